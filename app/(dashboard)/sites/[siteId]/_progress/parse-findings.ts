import * as z from "zod/mini";
import { liveFindingSchema } from "#app/_lib/answers/live-finding-schema.ts";
import type { LiveFindings } from "#prisma/queries/crawls/live/find-live-findings.ts";

const findingsSchema = z.object({
  findings: z.array(liveFindingSchema),
  isFull: z.boolean(),
}) satisfies z.ZodMiniType<LiveFindings>;

/** Returns the findings of a running Crawl as the server sends them; null if it is something else. */
export function parseFindings(json: unknown): LiveFindings | null {
  const found = findingsSchema.safeParse(json);
  return found.success ? found.data : null;
}
