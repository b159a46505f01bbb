import { z } from "zod";

/** Codes of the kinds of traps: families of addresses that never end. */
export const TRAP_CODES = ["trap-dates", "trap-filters", "trap-list"] as const;
export type LearnedTrapCode = (typeof TRAP_CODES)[number];

/**
 * A family of addresses whose pages brought nothing new one after the other, remembered for the next Crawls of the Site.
 * `crawlsLeft`: Crawls until it is forgotten and, if it still is a trap, learnt again.
 */
export const learnedTrapSchema = z.object({
  family: z.string(),
  code: z.enum(TRAP_CODES),
  crawlsLeft: z.number().int(),
});
export type LearnedTrap = z.infer<typeof learnedTrapSchema>;
