import { z } from "zod";
import { CHECK_IDS } from "../../checks/check-kinds.ts";
import { SEVERITIES } from "../../checks/finding.ts";
import { ISSUE_EVENT_KINDS, ISSUE_STATES } from "../../issues/issue.ts";
import { countField, idField, listOf, screenField, timeField, urlField } from "./api-fields.ts";

export const issueStateField = z.enum(ISSUE_STATES, `Send one of ${ISSUE_STATES.join(", ")}.`).meta({ examples: ["open"] });
export const checkField = z.enum(CHECK_IDS, `Send one of ${CHECK_IDS.join(", ")}.`).meta({ examples: ["spelling"] });

/** An Issue in the API. */
export const issueSchema = z.strictObject({
  id: idField,
  siteId: idField,
  check: checkField,
  rule: z.string().meta({ examples: ["spelling/misspelled"] }),
  state: issueStateField,
  severity: z.enum(SEVERITIES).meta({ examples: ["error"] }),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: "Below 0.6 it is shown but never mailed.", examples: [0.97] }),
  message: z.string().meta({ examples: ["“recieve” is not in the dictionary."] }),
  text: z.string().meta({ description: "The mistake as the page has it; for a link, its target.", examples: ["recieve"] }),
  excerpt: z.string().meta({
    description: "The sentence around the mistake, or the text of the link.",
    examples: ["You will recieve an answer within two working days."],
  }),
  suggestions: z.array(z.string().meta({ examples: ["receive"] })),
  pageCount: countField,
  firstPageUrl: urlField,
  openedAt: timeField,
  fixedAt: timeField.nullable().meta({ examples: [null] }),
  reportUrl: screenField("/issues/019ac3f2-8a10-7c55-b1d2-6f0e9a3b7d21", "The page that shows it."),
});
export const issueListSchema = listOf(issueSchema);

/** A person as far as the API names one. */
export const personSchema = z.strictObject({
  id: z.string().meta({ examples: ["k3JvQ0fW8sXbN2"] }),
  name: z.string().meta({ examples: ["Ann Harper"] }),
});
export const personListSchema = z.strictObject({ data: z.array(personSchema) });

/** An Issue with its pages and its history. */
export const issueDetailSchema = issueSchema.extend({
  assignee: personSchema.nullable(),
  snoozedUntil: z
    .string()
    .nullable()
    .meta({ description: "When its snooze ends, or `text-changes`; null if it is not snoozed.", examples: [null] }),
  pages: z
    .array(z.strictObject({ id: idField, url: urlField, title: z.string().meta({ examples: ["Menu"] }), excerpt: z.string() }))
    .meta({ description: "The first pages that have it; `pageCount` is the number of all." }),
  events: z
    .array(
      z.strictObject({
        kind: z.enum(ISSUE_EVENT_KINDS).meta({ examples: ["opened"] }),
        at: timeField,
        by: z
          .string()
          .nullable()
          .meta({ description: "The person who did it; null: a crawl.", examples: [null] }),
        crawlId: idField.nullable(),
      }),
    )
    .meta({ description: "The latest changes of its state, oldest first; at most 100." }),
});
