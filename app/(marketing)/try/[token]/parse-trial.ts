import * as z from "zod/mini";
import { liveFindingSchema } from "#app/_lib/answers/live-finding-schema.ts";
import type { TrialView } from "#prisma/queries/trials/find-trial.ts";

const count = z.int().check(z.minimum(0));

const trialSchema = z.object({
  startUrl: z.string(),
  name: z.string(),
  state: z.enum(["queued", "running", "finished", "failed"]),
  isDelayed: z.boolean(),
  failure: z.nullable(z.string()),
  pagesRead: count,
  linksChecked: count,
  findings: z.array(liveFindingSchema),
  found: count,
  hints: count,
  readAt: z.coerce.date(),
}) satisfies z.ZodMiniType<TrialView>;

/** Returns the result of a trial as the server sends it; null if it is something else. */
export function parseTrial(json: unknown): TrialView | null {
  const trial = trialSchema.safeParse(json);
  return trial.success ? trial.data : null;
}
