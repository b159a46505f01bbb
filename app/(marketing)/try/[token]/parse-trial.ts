import * as z from "zod/mini";
import "#app/_lib/answers/zod-without-eval.ts";
import type { TrialView } from "#prisma/queries/trials/find-trial.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";

const count = z.int().check(z.minimum(0));

const trialSchema = z.object({
  startUrl: z.string(),
  name: z.string(),
  state: z.enum(["queued", "running", "finished", "failed"]),
  isDelayed: z.boolean(),
  failure: z.nullable(z.string()),
  pagesRead: count,
  linksChecked: count,
  findings: z.array(
    z.object({
      check: z.enum(CHECK_IDS),
      rule: z.string(),
      text: z.string(),
      message: z.string(),
      suggestion: z.nullable(z.string()),
      excerpt: z.string(),
      url: z.string(),
      pages: count,
    }),
  ),
  found: count,
  hints: count,
  readAt: z.coerce.date(),
}) satisfies z.ZodMiniType<TrialView>;

/** Returns the result of a trial as the server sends it; null if it is something else. */
export function parseTrial(json: unknown): TrialView | null {
  const trial = trialSchema.safeParse(json);
  return trial.success ? trial.data : null;
}
