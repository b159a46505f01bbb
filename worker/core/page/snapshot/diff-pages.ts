import { type ChangedWords, diffWords, replaceWhole } from "./diff-words.ts";
import { similarityTo } from "./similarity.ts";
import type { Snapshot, SnapshotBlock } from "./snapshot.ts";

/** Parts of a Snapshot that are compared: links are not. */
type ComparedParts = Pick<Snapshot, "title" | "lang" | "blocks">;

/** A Block of a Snapshot with its text. */
export type ChangedBlock = SnapshotBlock & { text: string };
export type EditedBlock = { before: ChangedBlock; after: ChangedBlock; words: ChangedWords[] };

/** Differences between two Snapshots of a page. Moved Blocks are not included. */
export type Change = { added: ChangedBlock[]; removed: ChangedBlock[]; edited: EditedBlock[] };

/** Maximum number of removed Blocks that an added one is compared with, nearest first. */
const MAX_CANDIDATES = 30;

/** Maximum number of added and of removed Blocks that are matched as edits; longer lists are not read anyway. */
const MAX_MATCHED = 1_000;

/**
 * Limit on the cost of word diffs on one page, as the sum of the products of two texts' lengths: about two seconds. `diffWords`
 * stops by itself, so no pair counts for more than `DEAREST_WORDS`.
 */
const WORDS_BUDGET = 50_000_000;
const DEAREST_WORDS = 10_000_000;

/** Minimum similarity of a Block and its edited version; lower if it is in the same place on the page. */
const ALIKE = 0.5;
const ALIKE_IN_PLACE = 0.25;

/**
 * Returns the changes of a page between two Snapshots.
 * 1. Blocks in both, counting duplicates, are unchanged, wherever they are.
 * 2. An added Block is paired as an edit with the most similar removed Block of its kind nearby.
 * 3. The rest are added or removed.
 * Runs in bounded time: beyond `MAX_MATCHED` Blocks no edits are sought, and beyond `WORDS_BUDGET` an edit replaces the whole
 * text.
 * `textOf` returns a Block's text by its hash; Blocks whose text is no longer stored are left out.
 */
export function diffSnapshots(
  before: ComparedParts,
  after: ComparedParts,
  textOf: (hash: string) => string | undefined,
): Change {
  const removed = onlyIn(before, after, textOf);
  const added = onlyIn(after, before, textOf);
  const edited: EditedBlock[] = [];
  const stillAdded: ChangedBlock[] = [];
  const candidates = removed.splice(0, MAX_MATCHED);
  let spent = 0;
  for (const [at, { position, block }] of added.entries()) {
    const index = at < MAX_MATCHED ? bestMatch(block, position, candidates) : -1;
    const [match] = index === -1 ? [] : candidates.splice(index, 1);
    if (!match) {
      stillAdded.push(block);
      continue;
    }
    spent += Math.min(match.block.text.length * block.text.length, DEAREST_WORDS);
    const compare = spent <= WORDS_BUDGET ? diffWords : replaceWhole;
    edited.push({ before: match.block, after: block, words: compare(match.block.text, block.text) });
  }
  return { added: stillAdded, removed: [...candidates, ...removed].map(({ block }) => block), edited };
}

/** `position`: number of unchanged Blocks before it. */
type Placed = { position: number; block: ChangedBlock };

function onlyIn(one: ComparedParts, other: ComparedParts, textOf: (hash: string) => string | undefined): Placed[] {
  const counts = new Map<string, number>();
  for (const { hash } of other.blocks) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const found: Placed[] = [];
  let position = 0;
  for (const block of one.blocks) {
    const count = counts.get(block.hash) ?? 0;
    if (count > 0) {
      counts.set(block.hash, count - 1);
      position += 1;
      continue;
    }
    const text = textOf(block.hash);
    if (text !== undefined)
      found.push({ position, block: { hash: block.hash, kind: block.kind, selector: block.selector, text } });
  }
  return found;
}

function bestMatch(block: ChangedBlock, position: number, removed: readonly Placed[]): number {
  const likeness = similarityTo(block.text);
  const near = removed
    .map((candidate, index) => ({ index, candidate, distance: Math.abs(candidate.position - position) }))
    .filter(({ candidate }) => candidate.block.kind === block.kind)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_CANDIDATES);
  let best = { index: -1, score: 0 };
  for (const { index, candidate, distance } of near) {
    const inPlace = distance === 0 && candidate.block.selector === block.selector;
    const score = likeness(candidate.block.text);
    if (score >= (inPlace ? ALIKE_IN_PLACE : ALIKE) && score > best.score) best = { index, score };
  }
  return best.index;
}
