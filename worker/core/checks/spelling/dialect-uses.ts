import { isEnglish, type Language } from "../../language/languages.ts";
import type { Block } from "../../page/block.ts";
import { excerptAround } from "../excerpt.ts";
import type { Finding } from "../finding.ts";
import type { Lexicon } from "./lexicon.ts";
import { tokenize } from "./tokenize.ts";

/**
 * Names the rules for Findings that are not mistakes but record spellings that only Americans, or only the British, use. They are
 * evaluated for a Site as a whole.
 */
export const DIALECT_USE_RULES = { american: "spelling/american-word", british: "spelling/british-word" } as const;

/** Maps American spellings to British ones and back, at the end of a word or before its endings. */
const CHANGES: readonly [american: RegExp, british: string, british: RegExp, american: string][] = [
  [
    /or(?=(?:s|ed|ing|ful|fully|less|ite|ites|able|ably|ers?|al|hood|hoods|y)?$)/u,
    "our",
    /our(?=(?:s|ed|ing|ful|fully|less|ite|ites|able|ably|ers?|al|hood|hoods|y)?$)/u,
    "or",
  ],
  [/er(?=s?$)/u, "re", /re(?=s?$)/u, "er"],
  [/ered$/u, "red", /(?<=[bt])red$/u, "ered"],
  [/yz(?=(?:e|ed|es|ing|er|ers)$)/u, "ys", /ys(?=(?:e|ed|es|ing|er|ers)$)/u, "yz"],
  // British English uses both "organize" and "organise", so only the second is distinctive. See `isOxfordSpelling`.
  [/iz(?=(?:e|ed|es|ing|er|ers|ation|ations|ational)$)/u, "is", /is(?=(?:e|ed|es|ing|er|ers|ation|ations|ational)$)/u, "iz"],
  [/l(?=(?:ed|ing|er|ers|ings)$)/u, "ll", /ll(?=(?:ed|ing|er|ers|ings)$)/u, "l"],
  [/ll(?=(?:s|ment|ments|ful|fully)?$)/u, "l", /l(?=(?:s|ment|ments|ful|fully)?$)/u, "ll"],
  [/ense(?=(?:s|less)?$)/u, "ence", /ence(?=(?:s|less)?$)/u, "ense"],
  [/og(?=s?$)/u, "ogue", /ogue(?=s?$)/u, "og"],
  [/ay(?=(?:s|ed|ing|er|est|scale)?$)/u, "ey", /ey(?=(?:s|ed|ing|er|est|scale)?$)/u, "ay"],
  [/o(?=l[dt](?:s|ed|ing|y)?$)/u, "ou", /ou(?=l[dt](?:s|ed|ing|y)?$)/u, "o"],
];
const SHORTEST = 4;

/**
 * Returns the words of an English text that are only American or only British ("color", "travelled"), each as a Finding with zero
 * confidence and the other spelling. Skips names (the Labour Party, the Lincoln Center) and Canadian texts, which mix both.
 */
export function findDialectUses({ text }: Pick<Block, "text">, language: Language, lexicon: Lexicon): Finding[] {
  if (!isEnglish(language) || language === "en-CA") return [];
  return tokenize(text).flatMap(({ word, start, end }) => {
    const use = word.length < SHORTEST || word !== word.toLowerCase() ? null : dialectUse(word, lexicon);
    if (!use) return [];
    const { camp, other } = use;
    return [
      {
        check: "spelling",
        rule: DIALECT_USE_RULES[camp],
        severity: "hint",
        confidence: 0,
        message: "",
        text: text.slice(start, end),
        suggestions: [other],
        excerpt: excerptAround(text, { start, end }),
        range: { start, end },
        subject: word,
      },
    ];
  });
}

type Use = { camp: keyof typeof DIALECT_USE_RULES; other: string };

function dialectUse(word: string, lexicon: Lexicon): Use | null {
  for (const [american, toBritish, british, toAmerican] of CHANGES) {
    if (american.test(word)) {
      const other = word.replace(american, toBritish);
      if (isOnly(word, "en-US", lexicon) && isOnly(other, "en-GB", lexicon) && !isOxford(word, other))
        return { camp: "american", other };
    }
    if (british.test(word)) {
      const other = word.replace(british, toAmerican);
      if (isOnly(word, "en-GB", lexicon) && lexicon.words("en-US").correct(other)) return { camp: "british", other };
    }
  }
  return null;
}

function isOnly(word: string, dialect: "en-US" | "en-GB", { words }: Lexicon): boolean {
  return words(dialect).correct(word) && !words(dialect === "en-US" ? "en-GB" : "en-US").correct(word);
}

function isOxford(american: string, british: string): boolean {
  return /iz(?=[eia])/u.test(american) && british.length === american.length;
}
