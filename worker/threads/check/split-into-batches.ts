import type { Block } from "#worker/core/page/block.ts";

/** Small enough that several threads share a page's Blocks, large enough that messages between threads cost nothing. */
const MOST_BLOCKS = 40;
const MOST_CHARACTERS = 8_000;

/** Blocks in the same order, in batches of at most so many Blocks and characters; a longer Block is a batch alone. */
export function splitIntoBatches(blocks: readonly Block[]): Block[][] {
  const batches: Block[][] = [];
  let characters = 0;
  for (const block of blocks) {
    const batch = batches.at(-1);
    if (batch && batch.length < MOST_BLOCKS && characters + block.text.length <= MOST_CHARACTERS) {
      batch.push(block);
      characters += block.text.length;
    } else {
      batches.push([block]);
      characters = block.text.length;
    }
  }
  return batches;
}
