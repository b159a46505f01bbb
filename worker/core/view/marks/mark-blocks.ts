import type { BlockKind } from "../../page/block.ts";
import { OBJECT_PLACEHOLDER } from "../../page/block.ts";
import { findWhole } from "../../text/find-whole.ts";

/** A Block of a page with its text. */
export type ReadBlock = { hash: string; kind: BlockKind; selector: string; text: string };
/** An Occurrence of an Issue; `mistake` is the Issue's text. Links have no Block, and their excerpt is the text of the link. */
export type PlacedIssue = {
  issueId: string;
  selector: string;
  blockHash: string | null;
  start: number | null;
  end: number | null;
  excerpt: string;
  mistake: string;
};
/** A run of text with the Issues that it belongs to; none outside all marks. `start` is its offset in the Block. */
export type Segment = { text: string; start: number; issueIds: string[] };
/** A Block as shown, in parts. */
export type MarkedBlock = { kind: BlockKind; selector: string; segments: Segment[] };

type Mark = { start: number; end: number; issueId: string };

/**
 * Cuts the Blocks of a page at the Issues in them. A link is looked for by its text in the Block around its element. An Issue whose
 * place is in no Block, such as the missing file of a picture, gets no mark.
 */
export function markBlocks(blocks: readonly ReadBlock[], placed: readonly PlacedIssue[]): MarkedBlock[] {
  const marks = new Map<number, Mark[]>();
  const places = placesOf(blocks);
  for (const issue of placed) {
    for (const { at, mark } of issue.blockHash === null
      ? linkMarks(blocks, issue, marks)
      : textMarks(blocks, issue, places.get(`${issue.blockHash} ${issue.selector}`) ?? places.get(issue.blockHash) ?? []))
      marks.set(at, [...(marks.get(at) ?? []), mark]);
  }
  return blocks.map(({ kind, selector, text }, at) => ({ kind, selector, segments: cut(text, marks.get(at) ?? []) }));
}

type Placed = { at: number; mark: Mark };

/** Returns the positions of Blocks by hash and selector, and by hash alone for an Occurrence at an older place. */
function placesOf(blocks: readonly ReadBlock[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { hash, selector }] of blocks.entries())
    for (const key of [`${hash} ${selector}`, hash]) {
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
  return places;
}

function textMarks(blocks: readonly ReadBlock[], issue: PlacedIssue, places: readonly number[]): Placed[] {
  return places.flatMap((at) => {
    const text = blocks[at]?.text ?? "";
    const start = issue.start ?? findWhole(text, issue.mistake);
    const end = issue.end ?? (start === null ? null : start + issue.mistake.length);
    if (start === null || end === null || start >= end || end > text.length) return [];
    return [{ at, mark: { start, end, issueId: issue.issueId } }];
  });
}

/** Finds a link in the Block of the nearest element around it, after the links with the same text that are marked already. */
function linkMarks(
  blocks: readonly ReadBlock[],
  { issueId, selector, excerpt }: PlacedIssue,
  marked: ReadonlyMap<number, readonly Mark[]>,
): Placed[] {
  if (excerpt === "" || excerpt.includes("…")) return [];
  const around = [...blocks.entries()]
    .filter(([, block]) => block.selector === selector || selector.startsWith(`${block.selector} > `))
    .sort(([, one], [, other]) => other.selector.length - one.selector.length);
  for (const [at, { text }] of around) {
    const taken = new Set((marked.get(at) ?? []).map(({ start }) => start));
    let start = findWhole(text, excerpt);
    while (start !== null && taken.has(start)) {
      const next = text.indexOf(excerpt, start + 1);
      start = next === -1 ? null : next;
    }
    if (start !== null) return [{ at, mark: { start, end: start + excerpt.length, issueId } }];
  }
  return [];
}

/** Cuts a text at the edges of all marks, which may overlap: a word within the text of a link. */
function cut(text: string, marks: readonly Mark[]): Segment[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      text: text.slice(start, end).replaceAll(OBJECT_PLACEHOLDER, "…"),
      start,
      issueIds: [...new Set(covering.map(({ issueId }) => issueId))],
    };
  });
}
