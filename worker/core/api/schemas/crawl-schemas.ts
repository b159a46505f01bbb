import { z } from "zod";
import { WAIT_CODES } from "../../crawl/wait-codes.ts";
import { countField, idField, listOf, screenField, timeField, urlField } from "./api-fields.ts";

const figure = (description: string, example: number) => countField.meta({ description, examples: [example] });

/** A Crawl in the API: state, progress, figures, and what it left out. */
export const crawlSchema = z.strictObject({
  id: idField,
  siteId: idField,
  reason: z
    .enum(["first", "scheduled", "requested", "page", "trial"])
    .meta({ description: "`page` is a check of single pages.", examples: ["scheduled"] }),
  state: z.enum(["queued", "running", "finished", "failed", "cancelled"]).meta({ examples: ["finished"] }),
  queuedAt: timeField,
  startedAt: timeField.nullable(),
  finishedAt: timeField.nullable(),
  onlyUrls: z.array(urlField).meta({ description: "The pages of a page check; empty for a crawl of the whole site." }),
  pagesFound: figure("Grows while it runs.", 120),
  pagesDone: figure("Pages read so far, and those that could not be read.", 120),
  pagesFailed: figure("Pages that could not be read.", 1),
  pagesChanged: figure("New pages, and those whose text has changed.", 4),
  linksFound: figure("Different addresses that the pages link to.", 340),
  linksChecked: figure("Those whose answer is known.", 338),
  issuesOpened: figure("Issues that it found new, or again.", 2),
  issuesFixed: figure("Issues that are gone.", 1),
  waitsFor: z
    .enum(WAIT_CODES)
    .nullable()
    .meta({ description: "The cause of a pause while it runs.", examples: [null] }),
  failure: z
    .strictObject({ code: z.string(), detail: z.string() })
    .nullable()
    .meta({ description: "The reason if its state is `failed`.", examples: [null] }),
  notChecked: z
    .array(
      z.strictObject({
        code: z.string().meta({ examples: ["page-limit"] }),
        detail: z.string().meta({ examples: ["We did not visit 12 pages because of the page limit."] }),
        count: countField.meta({ examples: [12] }),
      }),
    )
    .meta({ description: "What was not checked and why; `count` is a number of pages or links." }),
  reportUrl: screenField("/crawls/019ac3f2-9b33-7e02-8c41-5d7f1a2e6b90", "The page that shows it."),
});
export const crawlListSchema = listOf(crawlSchema);
