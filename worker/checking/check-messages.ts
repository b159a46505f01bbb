import type { CheckedBlock } from "../core/checks/check.ts";
import type { CheckBlockOptions } from "../core/checks/check-block.ts";
import type { PackedWords } from "../core/checks/spelling/word-table.ts";
import type { Block } from "../core/page/block.ts";

/** What a checking thread is asked, one batch at a time. */
export type CheckBatch = { blocks: Block[]; options: CheckBlockOptions };

/** What a thread is started with: the English words that an earlier thread read, in memory that they share. */
export type ThreadData = { english: PackedWords | null };

/** What it answers. `ready` once, after its start, with the words for the threads after it; `broken`: a checker threw, and the thread is of no use any more. */
export type CheckAnswer =
  | { kind: "ready"; english?: PackedWords }
  | { kind: "checked"; results: CheckedBlock[] }
  | { kind: "broken"; reason: string };
