import { z } from "zod";
import { CHECK_IDS, SEVERITIES } from "../checks/finding.ts";

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
      check: z.enum(CHECK_IDS),
      rule: z.string(),
      severity: z.enum(SEVERITIES),
      confidence: z.number().min(0).max(1),
      message: z.string(),
      /** Exactly what is wrong as it stands on the page: the word, the phrase, or for links the target URL. */
      text: z.string(),
      suggestions: z.array(z.string()),
      /** The sentence around it, or the link text. */
      excerpt: z.string(),
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
