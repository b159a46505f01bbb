import type { SentenceReport } from "../../sentence-report.ts";
import { inCaseOf } from "../engine/compile-rule.ts";
import { canBe, isOnly, type Part } from "../engine/parts.ts";

/**
 * Lists forms of articles in three columns: before most consonants, before "s" with a consonant and similar sounds, and before
 * vowels.
 */
const FAMILIES = [
  ["il", "lo", "l'"],
  ["i", "gli", "gli"],
  ["un", "uno", "un"],
  ["del", "dello", "dell'"],
  ["dei", "degli", "degli"],
  ["al", "allo", "all'"],
  ["ai", "agli", "agli"],
  ["dal", "dallo", "dall'"],
  ["nel", "nello", "nell'"],
  ["nei", "negli", "negli"],
  ["sul", "sullo", "sull'"],
  ["sui", "sugli", "sugli"],
] as const;

const BY_ARTICLE = new Map(FAMILIES.flatMap((family) => family.map((article) => [article, family] as const)));

/** Returns reports of articles that do not fit the sound of the next word: "il studio", "gli bambini", "uno libro". */
export function articleSounds(parts: readonly Part[]): SentenceReport[] {
  return parts.flatMap((part, at) => {
    const next = parts[at + 1];
    const family = BY_ARTICLE.get(part.lower as (typeof FAMILIES)[number][number]);
    if (!family || part.isShouted || next?.kind !== "word" || next.isCapital) return [];
    // "lo", "gli", "uno" and "quello" can be pronouns before verbs.
    if (!isOnly(next.readings, ["N", "A", "P"]) || !canBe(next.readings, "N") || canBe(next.readings, "P")) return [];
    const right = family[soundOf(next.lower)];
    if (right === undefined || right === part.lower) return [];
    const fix = inCaseOf(`${right}${right.endsWith("'") ? "" : " "}${next.text}`, part.text);
    return [
      {
        rule: "grammar/article",
        by: "it/article-sound",
        severity: "error",
        confidence: 0.85,
        message: `Before “${next.text}”, the article is “${right}”: write “${fix}”.`,
        start: part.start,
        end: next.end,
        suggestions: [fix],
      },
    ];
  });
}

/** Returns the column of FAMILIES for the sound of a word; 3, which is no column, if both articles are in use. */
function soundOf(word: string): number {
  if (/^(?:pn|w|y|j|h|i[aeou]|x|sw|sk[iy]$|ch[ao]|chef)/u.test(word)) return 3;
  if (/^(?:s[bcdfglmnpqrtvz]|z|gn|ps)/u.test(word)) return 1;
  return /^[aeiouàèéìòù]/u.test(word) ? 2 : 0;
}
