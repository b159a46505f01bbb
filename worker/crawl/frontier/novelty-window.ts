import type { Block } from "#worker/core/page/block.ts";
import { fnvHash } from "#worker/core/text/fnv-hash.ts";
import type { FamilyKind } from "#worker/core/url/address-family.ts";

/** Consecutive pages of a family that are judged together, and how many of them may bring something new in a trap. */
const WINDOW = 40;
const MOST_NEWS_IN_A_TRAP = 1;
/** Pages in a row that say nothing new at all, after which `filters` need no whole window. */
const ENOUGH_ECHOES = 20;
/** A family with this many distinct texts is worth its visits. It is no longer watched, and its texts are forgotten. */
const RICH = 4_000;
/** Letters of a text that counts as a sentence. */
const SENTENCE = 40;

/** Watches whether the pages of one family still say anything new. */
export type NoveltyWindow = {
  note(blocks: readonly Pick<Block, "kind" | "text">[], leadsOn: boolean): void;
  /** True if the last pages said nothing new. */
  isFruitless(): boolean;
  /** True if the pages keep saying something new. */
  isFruitful(): boolean;
};

/**
 * Returns an empty window. For `filters` and `dates` titles and headings do not count, because they combine old words. For `items`, which
 * are usually distinct pages, texts must be equal to the letter to count as old.
 */
export function createNoveltyWindow(kind: FamilyKind): NoveltyWindow {
  const said = new Set<number>();
  let last: boolean[] = [];
  let echoes = 0;
  let isRich = false;
  const isHeadline = (block: Pick<Block, "kind">) =>
    block.kind === "title" || block.kind === "heading" || block.kind === "social";
  const countNew = (blocks: readonly Pick<Block, "kind" | "text">[]) => {
    let [any, sentences] = [0, 0];
    for (const block of blocks) {
      const letters = kind === "items" ? block.text : lettersOf(block.text);
      // A collision makes one page of a window seem a little less new, which does no harm.
      const hash = fnvHash(letters);
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
      echoes = any === 0 && !leadsOn ? echoes + 1 : 0;
      const isNews = leadsOn || (kind === "list" || kind === "items" ? any > 0 : sentences > 0 || any > 2);
      last = [...last, isNews].slice(-WINDOW);
      if (said.size <= RICH) return;
      isRich = true;
      said.clear();
    },
    isFruitless: () => {
      if (isRich) return false;
      const isEcho = echoes >= ENOUGH_ECHOES && kind === "filters";
      return isEcho || (last.length === WINDOW && last.filter(Boolean).length <= MOST_NEWS_IN_A_TRAP);
    },
    isFruitful: () => isRich || (last.length === WINDOW && last.filter(Boolean).length > WINDOW / 2),
  };
}

/** Returns a text without digits and punctuation: "Page 7 of 90" and "Page 8 of 90" say the same. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]+/gu, "");
}
