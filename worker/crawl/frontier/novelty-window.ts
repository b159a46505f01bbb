import type { Block } from "#worker/core/page/block.ts";
import type { FamilyKind } from "#worker/core/url/address-family.ts";

/** Pages of a family in a row that are judged together, and how many of them may bring something new in a trap. */
const WINDOW = 40;
const MOST_NEWS_IN_A_TRAP = 1;
/** A family that brought so much is worth its pages, and is watched no longer: what it said need not be kept in mind. */
const RICH = 4_000;
/** A text that says something, in letters. */
const SENTENCE = 40;

/** True if the pages of one family still say anything that none of them said before. */
export type NoveltyWindow = {
  note(blocks: readonly Pick<Block, "kind" | "text">[], leadsOn: boolean): void;
  /** The last pages said nothing new. */
  isFruitless(): boolean;
  /** They keep saying something new. */
  isFruitful(): boolean;
};

/**
 * `filters` and `dates` make new titles and headings out of old ones: there, it is the rest that counts. Of `items`, pages of their own as a
 * rule, only those count as the same that are so to the letter.
 */
export function createNoveltyWindow(kind: FamilyKind): NoveltyWindow {
  const said = new Set<number>();
  let last: boolean[] = [];
  let isRich = false;
  const isHeadline = (block: Pick<Block, "kind">) =>
    block.kind === "title" || block.kind === "heading" || block.kind === "social";
  const countNew = (blocks: readonly Pick<Block, "kind" | "text">[]) => {
    let [any, sentences] = [0, 0];
    for (const block of blocks) {
      const letters = kind === "items" ? block.text : lettersOf(block.text);
      const hash = hashOf(letters);
      if (letters.length < 4 || said.has(hash)) continue;
      said.add(hash);
      any += 1;
      if (letters.length >= SENTENCE && !isHeadline(block)) sentences += 1;
    }
    return { any, sentences };
  };
  return {
    note: (blocks, leadsOn) => {
      if (isRich) return;
      const { any, sentences } = countNew(blocks);
      const isNews = leadsOn || (kind === "list" || kind === "items" ? any > 0 : sentences > 0 || any > 2);
      last = [...last, isNews].slice(-WINDOW);
      if (said.size <= RICH) return;
      isRich = true;
      said.clear();
    },
    isFruitless: () => !isRich && last.length === WINDOW && last.filter(Boolean).length <= MOST_NEWS_IN_A_TRAP,
    isFruitful: () => isRich || (last.length === WINDOW && last.filter(Boolean).length > WINDOW / 2),
  };
}

/** Without digits and marks: "Page 7 of 90" and "Page 8 of 90" say the same. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]+/gu, "");
}

/** FNV-1a. Two texts with one hash make a page seem a little less new, which one in a window may. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
