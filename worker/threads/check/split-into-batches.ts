import type { Block } from "#worker/core/page/block.ts";

/** Small enough that several threads share a page's Blocks, large enough that messages between threads cost nothing. */
const MOST_BLOCKS = 40;
const MOST_CHARACTERS = 8_000;

/** Splits Blocks into batches, in their order, of at most MOST_BLOCKS and MOST_CHARACTERS; a longer Block is a batch of its own. */
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
