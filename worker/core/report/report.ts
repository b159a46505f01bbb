import { z } from "zod";
import { wordingSchema } from "../checks/finding.ts";

const count = z.number().int().nonnegative();

/** Output of `npm run check --json`, which benchmarks and scripts read. */
export const reportSchema = z.strictObject({
  /** Start address of the crawl. */
  site: z.string(),
  /** All requested pages, except addresses that are not separate pages (redirects, downloads). */
  pages: z.array(
    z.strictObject({
      url: z.string(),
      /** HTTP status of the answer; null if there was none. */
      status: z.number().int().nullable(),
      title: z.string(),
      rendered: z.enum(["http", "browser"]),
      blocks: count,
      ms: z.number().nonnegative(),
    }),
  ),
  /** One for each check, rule and subject, with all its locations. */
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
    /** Pages read with a browser. */
    rendered: count,
    blocks: count,
    uniqueBlocks: count,
    /** Distinct link targets. */
    links: count,
    ms: z.number().nonnegative(),
    peakRssMB: z.number().nonnegative(),
  }),
  /** With `--baseline`: what changed since the last run. `quiet`: not worth a mail, such as all Issues of the first run. */
  changes: z
    .array(
      z.strictObject({
        event: z.enum(["opened", "fixed", "reopened"]),
        quiet: z.boolean(),
        ...wordingSchema.pick({ check: true, rule: true, message: true, text: true }).shape,
        /** For a fixed Issue: where it was. */
        occurrences: z.array(z.strictObject({ url: z.string(), selector: z.string() })),
      }),
    )
    .optional(),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportFinding = Report["findings"][number];
export type ReportChange = NonNullable<Report["changes"]>[number];
