import { z } from "zod";
import { wordingSchema } from "../checks/finding.ts";
import { ISSUE_STATES } from "./issue.ts";

const count = z.number().int().nonnegative();

/** An Issue as `npm run check -- --baseline` remembers it between runs. */
export const rememberedIssueSchema = z.object({
  ...wordingSchema.pick({ check: true, rule: true, subject: true, text: true, message: true, confidence: true }).shape,
  fingerprint: z.string(),
  state: z.enum(ISSUE_STATES),
  course: z.object({ missed: count, met: count, successor: z.string().nullable(), returns: count }),
  occurrences: z.array(
    z.object({ url: z.string(), selector: z.string(), excerpt: z.string(), blockHash: z.string().nullable() }),
  ),
  /** True if its opening was news, or part of the first run. */
  isReported: z.boolean(),
});
export type RememberedIssue = z.infer<typeof rememberedIssueSchema>;

/** A Site's last Crawl, as far as the next one needs it to find what is new. */
export type RememberedCrawl = {
  issues: readonly RememberedIssue[];
  at: Date;
  /** Hashes of the Blocks that the Site had. */
  blocks: ReadonlySet<string>;
  /** Link targets with a verdict, and the version of the rules that gave it. */
  judged: ReadonlySet<string>;
  linkRules: number;
};
