import type { BlockKind } from "../../page/block.ts";

/** A wrong text, and the same text as it should be. `kind` is the kind of Block that the rule reads, if it reads not every kind. */
export type Example = { wrong: string; right: string; kind?: BlockKind };

/** Languages that examples are written in. English is also shown for texts of other languages that have no example. */
export type ExampleLanguage = "en" | "de" | "fr" | "es" | "it" | "nl" | "pt";

/** Explains a rule to the owner of a site. */
export type Guide = {
  title: string;
  /** Says what the rule finds, and then why it matters or what to do. */
  lines: readonly [what: string, why: string];
  /** Empty if the rule has too many faces for one example. */
  examples: Partial<Record<ExampleLanguage, Example>>;
};

/** Returns a guide with an example in English, and in other languages where the rule speaks them. */
export function guide(
  title: string,
  lines: Guide["lines"],
  en: Example | null,
  others: Omit<Guide["examples"], "en"> = {},
): Guide {
  return { title, lines, examples: en === null ? others : { en, ...others } };
}
