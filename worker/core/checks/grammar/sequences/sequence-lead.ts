import type { Token } from "../engine/token.ts";
import { logOfRow } from "./sequence-chance.ts";
import { isCounted } from "./sequence-counts.ts";
import { EDGE, knownHash, sequenceHashes } from "./sequence-words.ts";

/** Words on each side that a sequence of three reaches. */
const REACH = 2;

/**
 * Returns by how much a correction of the tokens from `from` up to `to` is more probable among its neighbours than what is written: the
 * logarithm of the ratio, which is negative if the text is more probable as it is.
 */
export function leadOfFix(tokens: readonly Token[], { from, to, fix }: { from: number; to: number; fix: string }): number {
  const start = Math.max(0, from - REACH - 1);
  const hashes = sequenceHashes(tokens.slice(start, to + REACH), isCounted);
  const instead = fix.split(" ").filter(Boolean).map(hashOfWord);
  return leadOfHashes(hashes, { from: from - start, to: to - start, instead });
}

/** Returns the same for a text that is given by the hashes of its tokens, with the hashes of the words that come instead. */
export function leadOfHashes(
  hashes: ArrayLike<number>,
  { from, to, instead }: { from: number; to: number; instead: readonly number[] },
): number {
  return leadsAt(hashes, { from, to })(instead);
}

/** Returns a function that does this for each of several corrections of one place. */
export function leadsAt(
  hashes: ArrayLike<number>,
  { from, to }: { from: number; to: number },
): (instead: readonly number[]) => number {
  const row = (first: number, end: number) => {
    const words: number[] = [];
    for (let at = first; at < end; at++) words.push(hashes[at] ?? EDGE);
    return words;
  };
  const before = row(from - REACH, from);
  const after = row(to, to + REACH);
  let written: number | undefined;
  return (instead) => {
    written ??= logOfRow([...before, ...row(from, to), ...after]);
    return logOfRow([...before, ...instead, ...after]) - written;
  };
}

const hashOfWord = (word: string) => knownHash(word.toLowerCase(), isCounted);
