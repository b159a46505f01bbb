import { readFileSync } from "node:fs";
import type { Lexicon } from "#worker/core/checks/spelling/lexicon.ts";
import type { Evidence } from "#worker/core/checks/spelling/slips/slip-evidence.ts";
import { countOf } from "#worker/core/checks/spelling/slips/word-counts.ts";
import type { BlockKind } from "#worker/core/page/block.ts";
import { carry, FORMS, type Form, isHeldOut, type Misspelling } from "./misspellings.ts";
import type { SiteTexts } from "./site-texts.ts";
import type { TreebankText } from "./treebank-texts.ts";
import { createFindJudged, type Judged } from "./unknown-words.ts";

/** An unknown word with the truth about it. */
export type LabelledWord = Pick<Judged, "word" | "suggestions"> & {
  evidence: Evidence;
  isSlip: boolean;
  /** The site or document, or the list of pairs. */
  source: string;
  /** Kind of the source. */
  origin: "pair" | "listed" | "site" | "treebank";
  isHeldOut: boolean;
  text: string;
  kind: BlockKind;
};

export type Verdict = "slip" | "word" | "unclear";
const VERDICTS: Readonly<Record<string, Verdict>> = { S: "slip", "?": "unclear" };

/** Reads the words that were judged by eye: site (or "treebank"), word, S(lip) or ?. What is not among them is taken for a word. */
export function readVerdicts(path: URL): (source: string, word: string) => Verdict {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  const verdicts = new Map(
    lines.map((line) => {
      const [source, word, verdict = ""] = line.split("\t");
      return [`${source} ${word}`, VERDICTS[verdict] ?? "word"];
    }),
  );
  return (source, word) => verdicts.get(`${source} ${word}`) ?? "word";
}

/** Labels misspellings in texts made for them. For every other one, it is hidden that a list has it. */
export function labelPairs(lexicon: Lexicon, pairs: readonly Misspelling[], forms: readonly Form[] = FORMS): LabelledWord[] {
  const find = createFindJudged(lexicon);
  return pairs.flatMap((pair, turn) =>
    forms.flatMap((form) => {
      if (form === "as a name" && !isName(pair.right, lexicon)) return [];
      const { text, kind, wrong } = carry(pair, form, turn);
      const judged = find({ text, kind }).find(({ word }) => word === wrong);
      if (!judged) return [];
      const evidence = turn % 2 === 0 ? judged.evidence : withoutLists(judged.evidence);
      return [
        { ...judged, evidence, isSlip: true, source: form, origin: "pair" as const, isHeldOut: pair.isHeldOut, text, kind },
      ];
    }),
  );
}

/** Evidence that a word of a list has because it is in that list, or in one that was made from it. */
const LISTED_EVIDENCE = ["american", "british", "medical", "scientific", "isName", "isListedSlip"] as const;

/** Hides the evidence that lists of words and of misspellings give. */
export function withoutLists(evidence: Evidence): Evidence {
  return { ...evidence, features: { ...evidence.features, ...Object.fromEntries(LISTED_EVIDENCE.map((name) => [name, 0])) } };
}

/**
 * Labels words in texts made for them. They are taken from lists that say that they are words, so what is known from these lists is
 * hidden for every other one: the model must judge words that no list has.
 */
export function labelListed(
  lexicon: Lexicon,
  words: readonly string[],
  { forms, unlisted }: { forms: readonly Form[]; unlisted?: ReadonlySet<string> },
): LabelledWord[] {
  const find = createFindJudged(lexicon, unlisted);
  return words.flatMap((written, turn) =>
    forms.flatMap((form) => {
      const { text, kind, wrong } = carry({ wrong: written, right: written, isHeldOut: false }, form, turn);
      const judged = find({ text, kind }).find(({ word }) => word === wrong);
      if (!judged) return [];
      const evidence = turn % 2 === 0 ? judged.evidence : withoutLists(judged.evidence);
      const common = { isSlip: false, source: form, origin: "listed" as const, isHeldOut: isHeldOut(written) };
      return [{ ...judged, ...common, evidence, text, kind }];
    }),
  );
}

/** A word that hardly ever lacks its capital. */
function isName(word: string, { counts }: Lexicon): boolean {
  const { small, capital } = countOf(counts, word);
  return capital > 20 * (small + 1);
}

type Verdicts = ReturnType<typeof readVerdicts>;

/** Labels the unknown words of sites, each once in each form. */
export function labelSites(lexicon: Lexicon, sites: readonly SiteTexts[], verdictOf: Verdicts): LabelledWord[] {
  const find = createFindJudged(lexicon);
  return sites.flatMap(({ site, blocks }) => {
    const seen = new Set<string>();
    return blocks.flatMap(({ text, kind }) =>
      find({ text, kind }).flatMap((judged) => {
        const key = `${judged.word} ${judged.evidence.form}`;
        const verdict = verdictOf(site, judged.word);
        if (seen.has(key) || verdict === "unclear") return [];
        seen.add(key);
        const isSlip = verdict === "slip";
        return [{ ...judged, isSlip, source: site, origin: "site" as const, isHeldOut: isHeldOut(site), text, kind }];
      }),
    );
  });
}

/** Occurrences of a name per lower-case one from which the lower-case one counts as a slip. */
const RARELY_SMALL = 300;

/** Labels the unknown words of treebanks. Slips that the treebank does not mark were judged by eye. */
export function labelTreebanks(lexicon: Lexicon, sentences: readonly TreebankText[], verdictOf: Verdicts): LabelledWord[] {
  const find = createFindJudged(lexicon);
  const seen = new Set<string>();
  return sentences.flatMap(({ document, text, slips }) =>
    find({ text, kind: "paragraph" }).flatMap((judged) => {
      const verdict = verdictOf("treebank", judged.word);
      const key = `${document} ${judged.word} ${judged.evidence.form}`;
      if (verdict === "unclear" || seen.has(key)) return [];
      seen.add(key);
      const isMarked = slips.some(({ start, end }) => start < judged.end && end > judged.start);
      const isSlip = isMarked || verdict === "slip" || (differsByCapital(judged) && isRarelySmall(judged, lexicon));
      const common = { source: document, origin: "treebank" as const, isHeldOut: isHeldOut(document), text };
      return [{ ...judged, ...common, isSlip, kind: "paragraph" as const }];
    }),
  );
}

function differsByCapital({ word, suggestions }: Judged): boolean {
  const best = suggestions[0]?.word ?? "";
  return best !== word && best.toLowerCase() === word;
}

/** "monday", "spanish": what the sentences of forums and mails are full of, and was not marked. */
function isRarelySmall({ word }: Judged, { counts }: Lexicon): boolean {
  const { small, capital } = countOf(counts, word);
  return word.length > 2 && capital > (small + 1) * RARELY_SMALL;
}
