import type { PageOutcome } from "./visit.ts";

/** Number of pages by outcome. */
export type PageCounts = Record<PageOutcome, number>;
