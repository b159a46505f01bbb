import * as z from "zod/mini";
import "./zod-without-eval.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";

/** A finding of a crawl that is not recorded yet, as the server sends it to a page that shows it. */
export const liveFindingSchema = z.object({
  check: z.enum(CHECK_IDS),
  rule: z.string(),
  text: z.string(),
  message: z.string(),
  suggestion: z.nullable(z.string()),
  excerpt: z.string(),
  url: z.string(),
  pages: z.int().check(z.minimum(0)),
});
