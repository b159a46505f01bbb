import type { Block } from "#worker/core/page/block.ts";
import type { CheckPool } from "#worker/threads/check/check-pool.ts";

/** Checks a Block until its check fits in the budget: the first ones of a thread run uncompiled code, which a loaded machine makes slower. */
export async function warmUp(pool: CheckPool, block: Block): Promise<void> {
  for (let time = 0; time < 50; time++) {
    const [checked] = await pool.checkBlocks([block], {
      siteLanguage: "auto",
      pageLang: "en-US",
      only: ["spelling", "grammar", "content"],
    });
    if (checked?.unfinished === undefined) return;
  }
}
