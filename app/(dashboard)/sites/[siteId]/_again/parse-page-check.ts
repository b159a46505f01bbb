import * as z from "zod/mini";
import "#app/_lib/answers/zod-without-eval.ts";
import type { PageCheck } from "#prisma/queries/crawls/live/find-page-check.ts";

const count = z.int().check(z.minimum(0));
const resultSchema = z.object({
  state: z.enum(["queued", "running", "finished", "failed", "cancelled"]),
  pageId: z.nullable(z.string()),
  opened: count,
  fixed: count,
  isGone: z.boolean(),
  failureMessage: z.nullable(z.string()),
  linksLeft: count,
}) satisfies z.ZodMiniType<PageCheck>;

/** Returns the result of a page check as the server sends it; null if it is something else. */
export function parsePageCheck(json: unknown): PageCheck | null {
  const result = resultSchema.safeParse(json);
  return result.success ? result.data : null;
}
