import { isEnglish, type Language } from "../../language/languages.ts";
import { excerptAround } from "../excerpt.ts";
import type { Finding } from "../finding.ts";
import { archaicRanges } from "../grammar/archaic-text.ts";

/**
 * Lists English words that people write as two, the halves of which are hardly ever adjacent in a right sentence. Omits "any
 * more", "every one", "how ever", "per cent" and "web site", which can be right.
 */
const SPLIT =
  "al-ready al-though al-ways an-other any-thing any-where be-cause be-fore be-hind be-tween birth-day else-where every-thing every-where " +
  "further-more good-bye grand-father grand-mother grand-parents her-self him-self inter-net it-self mean-while my-self never-theless " +
  "no-where none-theless our-selves some-thing some-times some-where them-selves there-fore through-out to-gether to-morrow to-wards " +
  "under-neath with-in with-out your-self your-selves";

const WHOLE = new Map(SPLIT.split(" ").map((pair) => [pair.replace("-", " "), pair.replace("-", "")]));

/** Matches the two halves of a word, but not before a hyphen: "come with in-house staff". */
const PAIRS = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])(?:${[...WHOLE.keys()].join("|")})(?![\\p{L}\\p{N}'’]|[-\\u2010\\u2011])`,
  "giu",
);

/** Matches phrases in which the two words are right: "with in", "with out of date parts", "no where clause". */
const RIGHT_TOGETHER =
  /^(?:with (?:in|out)(?: (?:of|on|and|to|at|by)\b| the (?:open|end)\b)|no where (?:clause|condition)|some things)/iu;

/** Matches a label in capitals and the text after it: "GOING FURTHER More details …". */
const LABEL_AND_SENTENCE = /^\p{Lu}{2,} \p{L}*\p{Ll}/u;

const CONFIDENCE = 0.75;
/** Lists pairs that are right more often than not: "the people you work with in the shop", "some times are busier". */
const OFTEN_RIGHT = new Set(["with in", "some times"]);
const UNSURE = 0.5;

/** Returns the English words that are wrongly written as two ("with out"). */
export function findSplitWords(text: string, language: Language): Finding[] {
  if (!isEnglish(language)) return [];
  const isArchaic = archaicRanges(text);
  return [...text.matchAll(PAIRS)].flatMap(({ 0: written, index: start }) => {
    const whole = WHOLE.get(written.toLowerCase());
    if (whole === undefined || LABEL_AND_SENTENCE.test(written) || RIGHT_TOGETHER.test(text.slice(start, start + 40)))
      return [];
    const isOftenRight = OFTEN_RIGHT.has(written.toLowerCase());
    const range = { start, end: start + written.length };
    if (isArchaic(range)) return [];
    const first = written.charAt(0);
    const right = first === first.toLowerCase() ? whole : first + whole.slice(1);
    return [
      {
        check: "spelling" as const,
        rule: "spelling/split-word",
        severity: isOftenRight ? ("hint" as const) : ("error" as const),
        confidence: isOftenRight ? UNSURE : CONFIDENCE,
        message: `“${written}” is written as one word: “${right}”.`,
        text: written,
        suggestions: [right],
        excerpt: excerptAround(text, range),
        range,
        subject: written.toLowerCase(),
      },
    ];
  });
}
