import { z } from "zod";
import { completeCounts } from "#worker/core/checks/check-kinds.ts";
import { wordingSchema } from "#worker/core/checks/finding.ts";
import type { Digest, DigestItem } from "#worker/core/digest/digest.ts";
import { ROLES } from "#worker/core/people/rights.ts";

const digestItem = z.object({
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
const digest = z
  .object({
    siteId: z.string(),
    siteName: z.string(),
    opened: z.array(digestItem),
    openedCount: count.optional(),
    fixed: z.array(digestItem),
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

/** Payload of each kind of Delivery. `recipientToken` is the secret in that recipient's confirm and unsubscribe links. */
export const payloadSchemas = {
  verification: z.object({ url: z.url() }),
  account_exists: z.object({}),
  reset: z.object({ url: z.url() }),
  recipient_confirmation: z.object({
    siteHost: z.string().nullable().default(null),
    recipientToken: z.string(),
  }),
  first_report: z.object({
    siteId: z.string(),
    siteName: z.string(),
    pagesChecked: z.number().int().nonnegative(),
    pagesFailed: z.number().int().nonnegative(),
    /** Reports stored before a check was added have no count for it. */
    counts: z.record(z.string(), z.number().int()).transform(completeCounts),
    top: z.array(digestItem),
    /** Number of words that the site uses often and that are in no dictionary. */
    ownWords: z.number().int().nonnegative().default(0),
    recipientToken: z.string(),
  }),
  digest: z.object({ digest, recipientToken: z.string() }),
  crawl_failing: z.object({
    siteId: z.string(),
    siteName: z.string(),
    failedDays: z.number().int().positive(),
    message: z.string(),
    recipientToken: z.string(),
  }),
  security_notice: z.object({
    notice: z.enum(["password_changed", "two_factor_off", "codes_refused"]),
    at: z.iso.datetime(),
    device: z.string().nullable(),
    network: z.string().nullable(),
  }),
  crawl_recovered: z.object({
    siteId: z.string(),
    siteName: z.string(),
    failedDays: z.number().int().positive(),
    pagesChecked: z.number().int().nonnegative(),
    recipientToken: z.string(),
  }),
  issues_assigned: z.object({
    /** Address of the Member who assigned them. */
    assignedBy: z.string(),
    items: z.array(z.object({ ...digestItem.shape, siteId: z.string(), siteName: z.string() })).min(1),
  }),
  invitation: z.object({
    url: z.url(),
    /** Address of the owner who invites. */
    invitedBy: z.string(),
    teamName: z.string(),
    role: z.enum(ROLES),
    /** Null: all Sites of the Team. */
    siteCount: count.nullable(),
    expiresAt: z.iso.datetime(),
  }),
};

export type DeliveryKind = keyof typeof payloadSchemas;
export type Payload<Kind extends DeliveryKind> = z.infer<(typeof payloadSchemas)[Kind]>;
