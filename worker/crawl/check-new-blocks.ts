import type { CheckedBlock } from "../core/checks/check.ts";
import type { Block } from "../core/page/block.ts";
import type { CheckBlocks } from "./crawl-ports.ts";

type CheckOptions = Parameters<CheckBlocks>[1];

/** Checks Blocks, each once although several pages bring it at the same time. */
export type CheckOnce = (blocks: Block[], options: CheckOptions) => Promise<CheckedBlock[]>;

/**
 * The navigation stands on every page: of the first pages, which are under way together, one has it checked and the others wait for
 * that. Once a check has ended it is forgotten here, for by then it is on record (or it failed, and may be tried again).
 */
export function createCheckOnce(checkBlocks: CheckBlocks): CheckOnce {
  const underWay = new Map<string, Promise<Map<string, CheckedBlock>>>();
  return async (blocks, options) => {
    const waitedFor = new Set(blocks.map(({ hash }) => underWay.get(hash)).filter((batch) => batch !== undefined));
    const mine = blocks.filter(({ hash }) => !underWay.has(hash));
    if (mine.length > 0) {
      const batch = checkBlocks(mine, options).then((checked) => new Map(checked.map((result) => [result.hash, result])));
      for (const { hash } of mine) underWay.set(hash, batch);
      waitedFor.add(batch);
      const forget = () => {
        for (const { hash } of mine) if (underWay.get(hash) === batch) underWay.delete(hash);
      };
      batch.then(forget, forget);
    }
    const batches = await Promise.all(waitedFor);
    return blocks
      .map(({ hash }) => batches.find((batch) => batch.has(hash))?.get(hash))
      .filter((result) => result !== undefined);
  };
}
