import { z } from "zod";
import { CHECK_IDS } from "../checks/check-kinds.ts";
import { SEVERITIES } from "../checks/finding.ts";
import { ERROR_CODES } from "../errors.ts";

export const API_ISSUE_STATES = ["open", "fixed", "reopened", "ignored", "snoozed", "unconfirmed", "recurring"] as const;

/** The shapes of what the API takes and answers. The OpenAPI document is made from them. */
export const siteSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  startUrl: z.string().describe("The address at which crawls begin."),
  isPaused: z.boolean(),
  nextCrawlAt: z.iso.datetime(),
  openIssues: z.int().min(0).describe("Open issues with a confidence of at least 0.6, as its page counts them."),
  reportUrl: z.string().describe("The page that shows its issues."),
});

export const issueSchema = z.strictObject({
  id: z.uuid(),
  check: z.enum(CHECK_IDS),
  rule: z.string(),
  state: z.enum(API_ISSUE_STATES),
  severity: z.enum(SEVERITIES),
  confidence: z.number().min(0).max(1).describe("Below 0.6 it is shown but never mailed."),
  message: z.string(),
  text: z.string().describe("The mistake as the page has it; for a link, its target."),
  excerpt: z.string().describe("The sentence around the mistake, or the text of the link."),
  suggestions: z.array(z.string()),
  pageCount: z.int().min(0),
  firstPageUrl: z.string(),
  openedAt: z.iso.datetime(),
  fixedAt: z.iso.datetime().nullable(),
  reportUrl: z.string(),
});

const nextCursor = z.string().nullable().describe("Pass it as `cursor` to get the next page; null on the last one.");
export const siteListSchema = z.strictObject({ data: z.array(siteSchema), nextCursor });
export const issueListSchema = z.strictObject({ data: z.array(issueSchema), nextCursor });

/** Addresses in one request. */
export const MOST_PUBLISHED = 20;
export const publishedRequestSchema = z.strictObject({
  urls: z
    .array(z.string().min(1).max(2_000))
    .min(1, "Send at least one address.")
    .max(MOST_PUBLISHED, `Send at most ${MOST_PUBLISHED} addresses at a time.`)
    .describe("Addresses of pages of this site that were published or changed."),
});
export const publishedAnswerSchema = z.strictObject({
  data: z.array(
    z.discriminatedUnion("status", [
      z.strictObject({ url: z.string(), status: z.literal("queued"), crawlId: z.uuid() }),
      z.strictObject({ url: z.string(), status: z.literal("refused"), code: z.enum(ERROR_CODES), detail: z.string() }),
    ]),
  ),
});

/** A fault by RFC 9457. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.record(z.string(), z.string()).optional().describe("One sentence for each field that is wrong."),
});
export type Problem = z.infer<typeof problemSchema>;
