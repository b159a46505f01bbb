import { Dialect, type Lint, LocalLinter } from "harper.js";
import { slimBinary } from "harper.js/slimBinary";
import { z } from "zod";
import { HARPER_RULE_NAMES, type HarperLint, type LintWithHarper } from "#worker/core/checks/grammar/linters/harper-reports.ts";
import type { English } from "#worker/core/language/languages.ts";
import { chooseHarperBinary } from "./choose-harper-binary.ts";
import type { ThreadMeter } from "./thread-meter.ts";

const DIALECTS: Readonly<Record<English, Dialect>> = {
  "en-US": Dialect.American,
  "en-GB": Dialect.British,
  "en-AU": Dialect.Australian,
  "en-CA": Dialect.Canadian,
};

const CHARACTERS = z.array(z.string()).transform((characters) => characters.join(""));
const SUGGESTION = z.union([
  z.object({ ReplaceWith: CHARACTERS }).transform(({ ReplaceWith }) => ({ kind: "replace" as const, text: ReplaceWith })),
  z.object({ InsertAfter: CHARACTERS }).transform(({ InsertAfter }) => ({ kind: "insert-after" as const, text: InsertAfter })),
  z.literal("Remove").transform(() => ({ kind: "remove" as const, text: "" })),
]);
/** The outer span counts UTF-16 code units, the inner one characters. */
const LINT = z.object({
  span: z.object({ start: z.number(), end: z.number() }),
  inner: z.object({ message: z.string(), suggestions: z.array(SUGGESTION) }),
});

/**
 * Loads Harper with the chosen rules only. The linter of a language is set up when first needed (about a second), by `apart`. After a panic
 * the WebAssembly instance is dead. The slim binary lacks a thesaurus that can panic.
 */
export function loadHarper(apart: ThreadMeter["apartAsync"] = (load) => load()): LintWithHarper {
  const linters = new Map<English, Promise<LocalLinter>>();
  return async (text, language) => {
    const linter = linters.get(language) ?? apart(() => setUpLinter(language));
    linters.set(language, linter);
    const byRule = await (await linter).organizedLints(text, { language: "plaintext", dedup: false });
    return Object.entries(byRule).flatMap(([harperRule, lints]) => lints.map((lint) => ({ harperRule, ...takeOver(lint) })));
  };
}

/** Sets up the linter of one language. @throws if Harper does not know a chosen rule, as after a new version renamed it */
async function setUpLinter(language: English): Promise<LocalLinter> {
  const linter = new LocalLinter({ binary: await chooseHarperBinary(slimBinary), dialect: DIALECTS[language] });
  await linter.setup();
  const config = await linter.getLintConfig();
  const unknown = HARPER_RULE_NAMES.filter((name) => !(name in config));
  if (unknown.length > 0) throw new Error(`Harper has no rules named ${unknown.join(", ")}.`);
  const chosen = new Set(HARPER_RULE_NAMES);
  await linter.setLintConfig(Object.fromEntries(Object.keys(config).map((name) => [name, chosen.has(name)])));
  return linter;
}

/** Returns a lint as plain data, and frees its memory in WebAssembly. */
function takeOver(lint: Lint): Omit<HarperLint, "harperRule"> {
  const { span, inner } = LINT.parse(JSON.parse(lint.to_json()));
  lint.free();
  return { ...inner, start: span.start, end: span.end };
}
