import type { CheckedBlock } from "../core/checks/check.ts";
import type { CheckBlockOptions } from "../core/checks/check-block.ts";
import type { Block } from "../core/page/block.ts";

/** What a checking thread is asked, one batch at a time. */
export type CheckBatch = { blocks: Block[]; options: CheckBlockOptions };

/** What it answers. `ready` once, after its start; `broken`: a checker threw, and the thread is of no use any more. */
export type CheckAnswer = { kind: "ready" } | { kind: "checked"; results: CheckedBlock[] } | { kind: "broken"; reason: string };
