import type { CheckedBlock } from "../checks/check.ts";
import type { CheckBlockOptions } from "../checks/check-block.ts";
import type { Block } from "../page/block.ts";

/** Checks the texts of Blocks, each in its language. */
export type CheckBlocks = (blocks: Block[], options: CheckBlockOptions) => Promise<CheckedBlock[]>;
