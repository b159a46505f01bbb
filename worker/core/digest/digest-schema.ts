import { z } from "zod";
import { wordingSchema } from "../checks/finding.ts";
import type { Digest, DigestItem } from "./digest.ts";

/** An item of a stored Digest. */
export const digestItemSchema = z.object({
  ...wordingSchema.pick({ check: true, severity: true, message: true, text: true, excerpt: true }).shape,
  issueId: z.string(),
  suggestion: z.string().nullable(),
  pageUrl: z.string(),
  pageCount: z.number().int().nonnegative(),
  reopened: z.boolean(),
  // Mails that were written before this was counted have none.
  alike: z.number().int().nonnegative().default(0),
}) satisfies z.ZodType<DigestItem>;

const count = z.number().int().nonnegative();

/** A Digest as mails and messages to Channels store it. */
export const digestSchema = z
  .object({
    siteId: z.string(),
    siteName: z.string(),
    opened: z.array(digestItemSchema),
    openedCount: count.optional(),
    fixed: z.array(digestItemSchema),
    fixedCount: count.optional(),
    stillOpen: count,
    pagesChecked: count,
    pagesFailed: count,
  })
  // Mails that were written before items were left out show all of them.
  .transform(({ openedCount, fixedCount, ...rest }) => ({
    ...rest,
    openedCount: openedCount ?? rest.opened.length,
    fixedCount: fixedCount ?? rest.fixed.length,
  })) satisfies z.ZodType<Digest>;
