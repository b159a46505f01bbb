import { z } from "zod";

/** Not-checked codes of endless sets of addresses. */
export const TRAP_CODES = ["trap-dates", "trap-filters", "trap-list", "trap-folders", "trap-parameters"] as const;
export type LearnedTrapCode = (typeof TRAP_CODES)[number];

/**
 * A family of addresses whose pages had nothing new: a Crawl learns it for the next ones. After `crawlsLeft` Crawls it is
 * forgotten and, if it still applies, learned again.
 */
export const learnedTrapSchema = z.object({
  family: z.string(),
  code: z.enum(TRAP_CODES),
  crawlsLeft: z.number().int(),
});
export type LearnedTrap = z.infer<typeof learnedTrapSchema>;
