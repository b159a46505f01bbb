import type { CheckedBlock, UnfinishedCause } from "#worker/core/checks/check.ts";
import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";
import type { Block } from "#worker/core/page/block.ts";

type CheckOptions = Parameters<CheckBlocks>[1];

/** The Blocks of a page that have nothing on record, and their results. A fresh Block without a result could not be checked. */
export type NewBlocks = { fresh: Block[]; checked: CheckedBlock[] };

/** Checks each Block once, even if several pages bring it at the same time. */
export type CheckOnce = {
  /** Rejects only when reading the record does. `onFault`: a check of Blocks that were claimed for this page broke. */
  check(blocks: readonly Block[], options: CheckOptions, onFault: (error: unknown) => void): Promise<NewBlocks>;
  /** Notes that a page with these Blocks is on record, which has their results from now on. */
  noteRecorded(blocks: readonly Block[]): void;
};

type Ports = {
  checkBlocks: CheckBlocks;
  /** Called with each result once, however many pages wait for it. */
  onChecked(results: readonly CheckedBlock[]): void;
  /** Returns those of these hashes whose Findings are on record. */
  onRecord(hashes: string[]): Promise<Set<string>>;
};
/** Reasons that a second check in the same Crawl would meet again. */
const FINAL: ReadonlySet<UnfinishedCause | undefined> = new Set(["text-cost", "check-failed"]);

type Batch = { fresh: Set<string>; checked: Map<string, CheckedBlock> };

/**
 * Shares the checks of Blocks that many pages have, such as the navigation: one page has it checked and the others wait. A Block is
 * claimed before the record is read and released when its result is on record, so that at every moment one of the two knows it.
 */
export function createCheckOnce({ checkBlocks, onChecked, onRecord }: Ports): CheckOnce {
  const underWay = new Map<string, Promise<Batch>>();
  /** Blocks that cannot be checked completely. They are never on record, and the next page must not have them checked again. */
  const unfinished = new Map<string, CheckedBlock>();

  const run = async (blocks: readonly Block[], options: CheckOptions, onFault: (error: unknown) => void): Promise<Batch> => {
    const noResults = (error: unknown): CheckedBlock[] => {
      onFault(error);
      return [];
    };
    const known = await onRecord(blocks.map(({ hash }) => hash));
    const fresh = blocks.filter(({ hash }) => !known.has(hash));
    const unseen = fresh.filter(({ hash }) => !unfinished.has(hash));
    const checked = unseen.length === 0 ? [] : await checkBlocks(unseen, options).catch(noResults);
    for (const result of checked) if (FINAL.has(result.unfinished)) unfinished.set(result.hash, result);
    onChecked(checked);
    const results = [...checked, ...fresh.map(({ hash }) => unfinished.get(hash)).filter((result) => result !== undefined)];
    return {
      fresh: new Set(fresh.map(({ hash }) => hash)),
      checked: new Map(results.map((result) => [result.hash, result])),
    };
  };

  return {
    check: async (blocks, options, onFault) => {
      const claimed = new Set(blocks.map(({ hash }) => underWay.get(hash)).filter((batch) => batch !== undefined));
      const mine = blocks.filter(({ hash }) => !underWay.has(hash));
      if (mine.length > 0) {
        const batch = run(mine, options, onFault);
        for (const { hash } of mine) underWay.set(hash, batch);
        claimed.add(batch);
      }
      const batches = await Promise.all(claimed);
      const batchOf = ({ hash }: Block) => batches.find(({ fresh }) => fresh.has(hash));
      return {
        fresh: blocks.filter(batchOf),
        checked: blocks.map((block) => batchOf(block)?.checked.get(block.hash)).filter((result) => result !== undefined),
      };
    },
    noteRecorded: (blocks) => {
      for (const { hash } of blocks) underWay.delete(hash);
    },
  };
}
