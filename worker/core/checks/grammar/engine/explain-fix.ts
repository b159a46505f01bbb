import type { PatternGroup, PatternRule } from "./pattern-rule.ts";
import { RULE_MESSAGES } from "./rule-messages.ts";
import type { Token } from "./token.ts";
import { writeFix } from "./write-fix.ts";

/** Maps the form that a fix asks for to a message; the letters are those of write-fix.ts. */
const FORM_MESSAGES: Readonly<Record<string, string>> = {
  V: "Use the base form of the verb here: write “{fix}”, not “{text}”.",
  Z: "Use the “-s” form of the verb here: write “{fix}”, not “{text}”.",
  D: "Use the past form of the verb here: write “{fix}”, not “{text}”.",
  C: "Use the past participle here: write “{fix}”, not “{text}”.",
  G: "Use the “-ing” form of the verb here: write “{fix}”, not “{text}”.",
  P: "Use the plural here: write “{fix}”, not “{text}”.",
  N: "Use the singular here: write “{fix}”, not “{text}”.",
  K: "Use the comparative here: write “{fix}”, not “{text}”.",
  L: "Use the adverb here: write “{fix}”, not “{text}”.",
  E: "“{text}” is a verb; use the noun here: write “{fix}”.",
  B: "“{text}” is a noun; use the verb here: write “{fix}”.",
  A: "Write this plural without an apostrophe: “{fix}”, not “{text}”.",
};

type Explained = { group: PatternGroup; rule: PatternRule; matched: readonly (Token | null)[]; text: string; fix: string };

/**
 * Returns one sentence that names the rule and shows the fix: the message of the rule if it has one; else, if the group allows
 * it, one for the words left out or added or for the form that the fix asks for; else that of the group.
 */
export function explainFix({ group, rule, matched, text, fix }: Explained): string {
  const message = RULE_MESSAGES[rule.id] ?? (group.isExplained ? explain(rule, text, fix) : null) ?? group.message;
  return (writeFix(message, matched, "") ?? group.message).replace(/\{(text|fix)\}/gu, (_, name: string) =>
    name === "text" ? text : fix,
  );
}

function explain({ fixes: [pattern = ""] }: PatternRule, text: string, fix: string): string | null {
  const form = /\{\d+:([A-Z])\}/u.exec(pattern)?.[1];
  return explainDifference(text, fix) ?? (form === undefined ? null : (FORM_MESSAGES[form] ?? null));
}

/** Returns a message that names the words to leave out or to add; null if the fix changes words. */
function explainDifference(text: string, fix: string): string | null {
  if (fix === "") return null;
  const [written, right] = [wordsOf(text), wordsOf(fix)];
  const left = without(written, right);
  if (left?.length === 0)
    return text.includes(",") && !fix.includes(",") ? "Leave out the comma: write “{fix}”, not “{text}”." : null;
  if (left) return `Leave out “${left.join(" … ")}”: write “{fix}”, not “{text}”.`;
  const added = without(right, written);
  return added ? `Add “${added.join(" … ")}”: write “{fix}”, not “{text}”.` : null;
}

/** Returns the words of `words` that are not in `others`, or null if `words` does not contain all of `others` in order. */
function without(words: readonly string[], others: readonly string[]): string[] | null {
  const rest: string[] = [];
  let at = 0;
  for (const word of words) {
    if (word.toLowerCase() === others[at]?.toLowerCase()) at++;
    else rest.push(word);
  }
  return at === others.length ? rest : null;
}

function wordsOf(text: string): string[] {
  return text.replaceAll(",", " ").split(" ").filter(Boolean);
}
