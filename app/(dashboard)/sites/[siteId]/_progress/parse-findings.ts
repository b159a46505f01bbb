import * as z from "zod/mini";
import "#app/_lib/answers/zod-without-eval.ts";
import type { LiveFindings } from "#prisma/queries/crawls/live/find-live-findings.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";

const findingsSchema = z.object({
  findings: z.array(
    z.object({
      check: z.enum(CHECK_IDS),
      rule: z.string(),
      text: z.string(),
      message: z.string(),
      suggestion: z.nullable(z.string()),
      excerpt: z.string(),
      url: z.string(),
      pages: z.int(),
    }),
  ),
  isFull: z.boolean(),
}) satisfies z.ZodMiniType<LiveFindings>;

/** Returns the findings of a running Crawl as the server sends them; null if it is something else. */
export function parseFindings(json: unknown): LiveFindings | null {
  const found = findingsSchema.safeParse(json);
  return found.success ? found.data : null;
}
