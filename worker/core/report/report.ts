import { z } from "zod";
import { wordingSchema } from "../checks/finding.ts";

const count = z.number().int().nonnegative();

/** What `npm run check --json` prints: the contract that benchmarks and scripts read. */
export const reportSchema = z.strictObject({
  /** The address that the crawl started from. */
  site: z.string(),
  /** Every page that was asked for; addresses that turned out to be no page of their own (redirects, downloads) are left out. */
  pages: z.array(
    z.strictObject({
      url: z.string(),
      /** HTTP status of the answer; null when there was none. */
      status: z.number().int().nullable(),
      title: z.string(),
      rendered: z.enum(["http", "browser"]),
      blocks: count,
      ms: z.number().nonnegative(),
    }),
  ),
  /** One for each check, rule and subject, with every place where it stands. */
  findings: z.array(
    z.strictObject({
      ...wordingSchema.omit({ subject: true }).shape,
      confidence: z.number().min(0).max(1),
      /** `block`: the Block's hash, null for links. */
      occurrences: z.array(z.strictObject({ url: z.string(), selector: z.string(), block: z.string().nullable() })).min(1),
    }),
  ),
  stats: z.strictObject({
    pages: count,
    /** Pages that a browser read. */
    rendered: count,
    blocks: count,
    uniqueBlocks: count,
    /** Distinct link targets. */
    links: count,
    ms: z.number().nonnegative(),
    peakRssMB: z.number().nonnegative(),
  }),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportFinding = Report["findings"][number];
