import { z } from "zod";
import { ERROR_CODES } from "../../errors.ts";
import { PAGE_STATES } from "../../view/pages/page-state.ts";
import { idField, listOf, openIssuesField, screenField, timeField, urlField } from "./api-fields.ts";
import { issueSchema } from "./issue-schemas.ts";

export const pageStateField = z.enum(PAGE_STATES, `Send one of ${PAGE_STATES.join(", ")}.`).meta({
  description: "`unreadable`: the last visit failed. `left-out`: it is not checked. `gone`: the server no longer has it.",
  examples: ["read"],
});

/** A Page in the API. */
export const pageSchema = z.strictObject({
  id: idField,
  siteId: idField,
  url: urlField,
  title: z.string().meta({ examples: ["Menu"] }),
  state: pageStateField,
  reason: z
    .string()
    .nullable()
    .meta({ description: "Why it was not read; null if it was.", examples: [null] }),
  status: z
    .int()
    .nullable()
    .meta({ description: "HTTP status of the last visit; null: there was no answer.", examples: [200] }),
  lastVisitedAt: timeField.nullable(),
  openIssues: openIssuesField,
  reportUrl: screenField("/pages/019ac3f2-a7c8-7d19-9e52-4b6c8d0f3e15", "The page that shows it."),
});
export const pageListSchema = listOf(pageSchema);
export const pageDetailSchema = pageSchema.extend({
  issues: z.array(issueSchema).meta({ description: "Its open issues, surest first; at most 100." }),
});

export const pageCheckSchema = z.strictObject({
  crawlId: idField.meta({ description: "The crawl that checks the page; read it to see when it is done." }),
});

/** Addresses in one request. */
const MOST_PUBLISHED = 20;
export const publishedRequestSchema = z.strictObject({
  urls: z
    .array(
      z
        .string()
        .min(1)
        .max(2_000)
        .meta({ examples: ["/news"] }),
    )
    .min(1, "Send at least one address.")
    .max(MOST_PUBLISHED, `Send at most ${MOST_PUBLISHED} addresses at a time.`)
    .describe("Addresses of pages of this site that were published or changed."),
});
export const publishedAnswerSchema = z.strictObject({
  data: z.array(
    z.discriminatedUnion("status", [
      z.strictObject({ url: urlField, status: z.literal("queued"), crawlId: idField }),
      z.strictObject({ url: urlField, status: z.literal("refused"), code: z.enum(ERROR_CODES), detail: z.string() }),
    ]),
  ),
});
