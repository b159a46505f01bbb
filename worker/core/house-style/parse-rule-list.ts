import { termKey } from "../text/word-tokens.ts";
import type { RuleKind, TypedRule } from "./house-rule.ts";
import { faultOfRule } from "./rule-fault.ts";

/** A line that is no rule, and why, in the user's words. */
export type RefusedLine = { line: number; text: string; reason: string };
export type TypedRules = { rules: TypedRule[]; refused: RefusedLine[] };

const ARROW = /→|⇒|=>|-{1,2}>/u;

/**
 * Reads a pasted list, one rule a line. A word to avoid may be followed by a tab, an arrow or a comma and what to write instead; where both
 * have the same letters ("Wordpress, WordPress"), the line is about a spelling. Other kinds take the whole line. Doubles count once.
 */
export function parseRuleList(typed: string, kind: RuleKind): TypedRules {
  const rules = new Map<string, TypedRule>();
  const refused: RefusedLine[] = [];
  for (const [index, raw] of typed
    .normalize("NFC")
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .entries()) {
    const text = tidy(raw);
    if (text === "") continue;
    const read = readLine(raw, kind);
    const refuse = (reason: string) => refused.push({ line: index + 1, text, reason });
    if (typeof read === "string") {
      refuse(read);
      continue;
    }
    const key = `${read.kind} ${termKey(read.term)}`;
    const known = rules.get(key);
    if (known && known.replacement !== read.replacement)
      refuse(`“${read.term}” is in your list twice, with different words instead. Keep one of them.`);
    else rules.set(key, read);
  }
  return { rules: [...rules.values()], refused };
}

/** Returns the rule of one line, or why there is none. */
function readLine(raw: string, kind: RuleKind): TypedRule | string {
  if (kind !== "avoid") return settle({ kind, term: tidy(raw), replacement: "" });
  const parts = split(raw);
  if (typeof parts === "string") return parts;
  const [term = "", replacement = ""] = parts.map(tidy);
  if (term === "") return "The word to avoid is missing. Write it first, then what to write instead.";
  if (term === replacement) return `“${term}” is the same on both sides. Write what to use instead of it.`;
  if (replacement !== "" && lettersOf(term) === lettersOf(replacement))
    return settle({ kind: "name", term: replacement, replacement: "" });
  return settle({ kind, term, replacement });
}

/** Returns the parts of a line, or why it cannot be split. */
function split(raw: string): string[] | string {
  const byTab = raw.split("\t").filter((part) => part.trim() !== "");
  if (raw.includes("\t"))
    return byTab.length <= 2 ? byTab : `This line has ${byTab.length} columns. Keep two: the word, and what to write instead.`;
  const byArrow = raw.split(ARROW);
  if (byArrow.length > 1) return byArrow.length === 2 ? byArrow : "This line has more than one arrow. Keep one.";
  const byComma = splitAtCommas(raw);
  if (byComma.length <= 2) return byComma;
  return "This line has more than one comma. Put a tab or an arrow (→) between the word and what to write instead.";
}

/** Splits a line at its commas. As in files of spreadsheets, a comma between quotation marks splits nothing. */
function splitAtCommas(raw: string): string[] {
  const parts = [""];
  let isQuoted = false;
  for (let at = 0; at < raw.length; at++) {
    const sign = raw.charAt(at);
    const part = parts.at(-1) ?? "";
    // Inside quotation marks, two of them are one of the text.
    if (sign === '"' && isQuoted && raw.charAt(at + 1) === '"') parts[parts.length - 1] = part + raw.charAt(at++);
    else if (sign === '"' && (isQuoted || part.trim() === "")) isQuoted = !isQuoted;
    else if (sign === "," && !isQuoted) parts.push("");
    else parts[parts.length - 1] = part + sign;
  }
  const split = isQuoted ? raw.split(",") : parts;
  while (split.length > 1 && split.at(-1)?.trim() === "") split.pop();
  return split;
}

function settle(rule: TypedRule): TypedRule | string {
  return faultOfRule(rule) ?? rule;
}

function tidy(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function lettersOf(text: string): string {
  return termKey(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
