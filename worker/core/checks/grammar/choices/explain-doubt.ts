import type { Token } from "../engine/tokens.ts";
import { WORD_CLASS } from "../engine/word-class.ts";
import type { Doubt } from "./judge-choice.ts";

const { J } = WORD_CLASS;
const BEFORE_NOUN = new Set(
  "a an the this that these those my your his her its our their some any no every each many several few both two three four five six seven eight nine ten of one another".split(
    " ",
  ),
);

const PARTICIPLE = "Use the past participle here: write “{fix}”, not “{text}”.";
const VERB_MESSAGES: Readonly<Record<string, string>> = {
  base: "Use the base form of the verb here: write “{fix}”, not “{text}”.",
  s: "The subject and its verb do not match: write “{fix}”, not “{text}”.",
  past: "Use the past form of the verb here: write “{fix}”, not “{text}”.",
  participle: PARTICIPLE,
  ing: "Use the “-ing” form of the verb here: write “{fix}”, not “{text}”.",
};
const AFTER_BASE_FORM = new Set(
  "to can could will would shall should may might must do does did don't doesn't didn't cannot can't couldn't won't wouldn't shouldn't".split(
    " ",
  ),
);

/** Returns one sentence that names the rule and shows the fix. */
export function explainDoubt(doubt: Doubt, tokens: readonly Token[], text: string, fix: string): string {
  return messageFor(doubt, tokens)
    .replace("{text}", () => text)
    .replace("{fix}", () => fix);
}

function messageFor({ family, kind, written, better, at }: Doubt, tokens: readonly Token[]): string {
  const form = kind.split(">")[1] ?? "";
  const number =
    form === "s" ? "Use the plural here: write “{fix}”, not “{text}”." : "Use the singular here: write “{fix}”, not “{text}”.";
  if (family === "noun") return number;
  if (!/verb/u.test(family))
    return isAgreement(written, better) ? (VERB_MESSAGES.s ?? "") : "You probably mean “{fix}”, not “{text}”.";
  const before = tokens[at - 1];
  const isNoun = before !== undefined && (BEFORE_NOUN.has(before.lower) || (before.classes & J) !== 0);
  if (family === "noun-verb" && isNoun && /^(?:base|s)>(?:base|s)$/u.test(kind)) return number;
  if (form === "base" && kind.startsWith("s>") && !AFTER_BASE_FORM.has(before?.lower ?? "")) return VERB_MESSAGES.s ?? "";
  if (form === "past" && /^(?:am|is|are|was|were|be|been|being|has|have|had)$/u.test(before?.lower ?? "")) return PARTICIPLE;
  return VERB_MESSAGES[form] ?? "";
}

function isAgreement(written: string, better: string): boolean {
  const pair = [written, better].sort().join(" ");
  return /^(?:are is|was were|has have|do does|doesn't don't|aren't isn't|wasn't weren't|hasn't haven't|am is|am are)$/u.test(
    pair,
  );
}
