import type { HouseRule } from "../../house-style/house-rule.ts";
import type { BlockKind } from "../../page/block.ts";
import { plainSigns } from "../../text/word-tokens.ts";
import type { TextRange } from "../excerpt.ts";

/** Kinds of text in which words have capitals as a matter of style. */
const TITLES: ReadonlySet<BlockKind> = new Set(["title", "heading", "button", "label", "option", "social", "name"]);
const LETTER_BEFORE = /[\p{L}\p{M}\p{N}]$/u;
/** "l'usage", "d'accord", "dell'uso": what is left out before an apostrophe belongs to another word. */
const ELISION = /(?:^|[^\p{L}])(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu|all|dall|dell|nell|sull|un)$/iu;
/** The longest part of an address that is looked at on either side. */
const NEAR = 200;
const ACRONYM = 3;
const LONG_ACRONYM = 4;

/** True if a range is whole words: no part of a contraction, of "e-mail" or of an address, unless the term itself is one. */
export function isWhole(text: string, { start, end }: TextRange, { kind, term }: Pick<HouseRule, "kind" | "term">): boolean {
  if (isSpace(text.charAt(start - 1)) && isSpace(text.charAt(end))) return true;
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const [beforeSigns, afterSigns] = [plainSigns(before.slice(-12)), plainSigns(after.slice(0, 4))];
  if (beforeSigns.endsWith("'") && LETTER_BEFORE.test(beforeSigns.slice(0, -1)) && !ELISION.test(beforeSigns.slice(0, -1)))
    return false;
  if (/^'[\p{L}]/u.test(afterSigns) && !/^'s(?![\p{L}\p{M}])/iu.test(afterSigns)) return false;
  if (/(?:^|[^\p{L}\p{M}\p{N}])\p{L}-$/u.test(beforeSigns)) return false;
  const isAddress = kind !== "name" && /[@:/_#]|\.\p{Ll}/u.test(term);
  return isAddress || !isInAddress(before, after);
}

/** True for a space, and beyond the ends of a text. */
function isSpace(character: string): boolean {
  return character === "" || character === " ";
}

/** "www.wordpress.org", "info@wordpress.example", "#wordpress", "my_wordpress": names of things that are not prose. */
function isInAddress(before: string, after: string): boolean {
  const left = before.slice(before.lastIndexOf(" ") + 1);
  const [right = ""] = after.split(" ", 1);
  if (left.includes("@") || left.includes("://") || /[#_\\]$|[\p{L}\p{N}]\.$|^["'(]?\//u.test(left)) return true;
  if (left.endsWith("/") && /[\p{L}\p{N}]\.[\p{L}\p{N}]/u.test(left)) return true;
  return right.includes("://") || /^(?:[@_\\]|\.[\p{Ll}\p{N}])/u.test(right) || /[\p{L}\p{N}]@[\p{L}\p{N}]/u.test(right);
}

/** True if a word to avoid is written as the term is: with its own capitals, or with those that its place asks for. */
export function hasTermCase(
  text: string,
  kind: BlockKind,
  range: TextRange,
  { term, words }: { term: string; words: number },
): boolean {
  const found = plainSigns(text.slice(range.start, range.end));
  if (term !== term.toLowerCase()) return found.replace(/\s+/gu, " ") === plainSigns(term) || isAllCapitals(found, text);
  if (found === found.toLowerCase() || words > 1 || isAllCapitals(found, text)) return true;
  const isOpening = TITLES.has(kind) || opensSentence(text, range.start);
  // "US" and "IT" are other words than "us" and "it".
  if (found === found.toUpperCase()) return found.length > (isOpening ? ACRONYM : LONG_ACRONYM);
  return isOpening;
}

/** True if a found text is all capitals because the text around it is. */
export function isAllCapitals(found: string, text: string): boolean {
  return found === found.toUpperCase() && !/\p{Ll}/u.test(text) && lettersIn(text) > lettersIn(found);
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Signs that may be between the end of a sentence and the first word of the next. */
const OPENERS = new Set(" \u00A0\"'“”‘’„«»([{¿¡");
const ENDS = new Set(".!?…:•·–—|>*");

function opensSentence(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && OPENERS.has(text.charAt(at))) at--;
  return at < 0 || ENDS.has(text.charAt(at));
}
