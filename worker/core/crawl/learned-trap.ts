import { z } from "zod";

/** Left-out codes of addresses that go on without end. */
export const TRAP_CODES = ["trap-dates", "trap-filters", "trap-list"] as const;
export type LearnedTrapCode = (typeof TRAP_CODES)[number];

/**
 * A family of addresses whose pages brought nothing new, one after the other: what a Crawl learns about a Site for the next ones.
 * `crawlsLeft`: after so many it is forgotten and, if it still is one, learnt again.
 */
export const learnedTrapSchema = z.object({
  family: z.string(),
  code: z.enum(TRAP_CODES),
  crawlsLeft: z.number().int(),
});
export type LearnedTrap = z.infer<typeof learnedTrapSchema>;
