import type { CheckedBlock, UnfinishedCause } from "#worker/core/checks/check.ts";
import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";
import type { Block } from "#worker/core/page/block.ts";

type CheckOptions = Parameters<CheckBlocks>[1];

/** Which Blocks of a page have nothing on record, and what the checks say of them. A fresh Block without a result could not be checked. */
export type NewBlocks = { fresh: Block[]; checked: CheckedBlock[] };

/** Checks Blocks, each once although several pages bring it at the same time. */
export type CheckOnce = {
  /** Rejects only when asking the record does. `onFault`: a check of Blocks that were claimed for this page broke. */
  check(blocks: readonly Block[], options: CheckOptions, onFault: (error: unknown) => void): Promise<NewBlocks>;
  /** Says that a page with these Blocks is on record: from now on, the record answers for them. */
  noteRecorded(blocks: readonly Block[]): void;
};

type Ports = {
  checkBlocks: CheckBlocks;
  /** Told of each result once, however many pages wait for it. */
  onChecked(results: readonly CheckedBlock[]): void;
  /** Of these hashes, those whose Findings are on record. */
  onRecord(hashes: string[]): Promise<Set<string>>;
};
/** What checking again in the same Crawl would not mend. */
const FINAL: ReadonlySet<UnfinishedCause | undefined> = new Set(["text-cost", "check-failed"]);

type Batch = { fresh: Set<string>; checked: Map<string, CheckedBlock> };

/**
 * The navigation stands on every page: of the pages under way together, one has it checked and the others wait for that. A Block is
 * claimed before the record is asked for it and let go when its answer is on record, so that at no moment neither knows of it.
 */
export function createCheckOnce({ checkBlocks, onChecked, onRecord }: Ports): CheckOnce {
  const underWay = new Map<string, Promise<Batch>>();
  /** Blocks that cannot be checked to their end: the record does not answer for them, and the next page is not to have them tried again. */
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
