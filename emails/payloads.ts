import { z } from "zod";
import { PLAN_NOTICES } from "#worker/core/billing/plan-notices.ts";
import { completeCounts } from "#worker/core/checks/check-kinds.ts";
import { digestItemSchema, digestSchema } from "#worker/core/digest/digest-schema.ts";
import { RHYTHMS } from "#worker/core/digest/rhythm.ts";
import { ROLES } from "#worker/core/people/rights.ts";
import { PLAN_IDS } from "#worker/core/plans.ts";
import { WIND_DOWN_NOTICES } from "#worker/core/winding-down/wind-down-notices.ts";

const count = z.number().int().nonnegative();

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
    top: z.array(digestItemSchema),
    /** Number of words that the site uses often and that are in no dictionary. */
    ownWords: z.number().int().nonnegative().default(0),
    recipientToken: z.string(),
  }),
  digest: z.object({ digest: digestSchema, recipientToken: z.string() }),
  /** `recipientToken`: of the person, for all Sites of the Team. */
  summary: z.object({
    teamId: z.string(),
    rhythm: z.enum(RHYTHMS),
    digests: z.array(digestSchema).min(1),
    recipientToken: z.string(),
  }),
  crawl_failing: z.object({
    siteId: z.string(),
    siteName: z.string(),
    failedDays: z.number().int().positive(),
    /** Most pages are missing, and the others can be read. */
    isMissing: z.boolean().default(false),
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
    items: z.array(z.object({ ...digestItemSchema.shape, siteId: z.string(), siteName: z.string() })).min(1),
  }),
  channel_stopped: z.object({
    channelId: z.string(),
    channelName: z.string(),
    /** `gone`: the other side answered 410. `failing`: nothing got through for days. */
    because: z.enum(["gone", "failing"]),
    /** The last answer in words. */
    answer: z.string(),
  }),
  invitation: z.object({
    url: z.url(),
    /** Address of the owner who invites. */
    invitedBy: z.string(),
    teamName: z.string(),
    role: z.enum(ROLES),
    /** Null: all Sites of the Team. */
    siteCount: z.number().int().nonnegative().nullable(),
    expiresAt: z.iso.datetime(),
  }),
  plan_notice: z.object({
    notice: z.enum(PLAN_NOTICES),
    teamName: z.string(),
    /** The Plan that ends or is not paid. */
    plan: z.enum(PLAN_IDS),
    /** When it ends or ended. */
    day: z.iso.datetime(),
    /** Sites that the Plan in force has paused. */
    pausedSites: z.number().int().nonnegative(),
  }),
  /** Figures of a day (UTC) for the operators, and how things are when they are written. */
  business_report: z.object({
    day: z.iso.date(),
    signUps: count,
    trialsStarted: count,
    trials: count,
    paying: count,
    /** Revenue of one month, in the smallest unit of each currency. */
    revenue: z.array(z.object({ currency: z.string(), amount: z.number().int() })),
    cancelled: count,
    ending: count,
    crawls: z.object({ finished: count, failed: count }),
    issues: count,
    mails: z.object({ sent: count, bounced: count }),
    failingSites: count,
    late: z.object({ crawls: count, mails: count }),
    /** Names of the switches that are off. */
    off: z.array(z.string()),
  }),
  wind_down: z.object({
    notice: z.enum(WIND_DOWN_NOTICES),
    endsAt: z.iso.datetime(),
    /** Until when people can read and download. */
    readableUntil: z.iso.datetime(),
    /** The reader pays for a Team. */
    isPaying: z.boolean(),
  }),
};

export type DeliveryKind = keyof typeof payloadSchemas;
export type Payload<Kind extends DeliveryKind> = z.infer<(typeof payloadSchemas)[Kind]>;
