import { NO_TAG, TAGS } from "#worker/core/checks/grammar/engine/tag-features.ts";
import type { Token } from "#worker/core/checks/grammar/engine/token.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";

/** The tokens of a sentence, as the grammar check splits it, and the index of the right tag of each. */
export type TaggedSentence = { tokens: Token[]; tags: number[] };

type Part = { start: number; end: number; form: string; tag: string };

/** Maps tags of the Penn Treebank to those that we tell apart. */
const MERGED: Readonly<Record<string, string>> = { NNP: "NN", NNPS: "NNS", PDT: "DT", WP$: "PRP$" };

/** Reads the sentences of a CoNLL-U file. Leaves out those whose words do not follow each other as their text says. */
export function readTaggedSentences(file: string): TaggedSentence[] {
  return file.split("\n\n").flatMap((block) => {
    const lines = block.split("\n");
    const text = lines.find((line) => line.startsWith("# text = "))?.slice("# text = ".length);
    const parts = text === undefined ? null : partsOf(lines, text);
    if (text === undefined || !parts) return [];
    const tokens = tokensOf(text);
    return [{ tokens, tags: tokens.map((token) => tagOf(token, parts)) }];
  });
}

const MOST_SPACE = 3;

function partsOf(lines: readonly string[], text: string): Part[] | null {
  const parts: Part[] = [];
  let from = 0;
  for (const line of lines) {
    const [id = "", form = "", , , tag = ""] = line.split("\t");
    if (!/^\d+$/u.test(id)) continue;
    const start = text.indexOf(form, from);
    if (start < 0 || start > from + MOST_SPACE) return null;
    from = start + form.length;
    parts.push({ start, end: from, form: form.toLowerCase().replaceAll("’", "'"), tag });
  }
  return parts;
}

/** Returns the tag of a token that may have several parts: "don't", "dog's", "well-known". */
function tagOf(token: Token, parts: readonly Part[]): number {
  if (token.kind !== "word") return NO_TAG;
  const own = parts.filter(({ start, end }) => start < token.end && end > token.start);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return indexOf("X");
  if (own.length === 1 || last.form === "n't") return indexOf(first.tag);
  if (last.tag === "POS") return indexOf("POS");
  if (last.form.startsWith("'")) return indexOf("PV");
  if (!token.lower.includes("-")) return indexOf(first.tag);
  return indexOf(/^VB[NGD]$/u.test(last.tag) ? "JJ" : last.tag === "HYPH" ? first.tag : last.tag);
}

function indexOf(tag: string): number {
  const index = TAGS.findIndex((known) => known === (MERGED[tag] ?? tag));
  return index < 0 ? TAGS.indexOf("X") : index;
}
