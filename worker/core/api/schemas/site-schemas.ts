import { z } from "zod";
import { idField, listOf, openIssuesField, screenField, timeField, urlField } from "./api-fields.ts";

/** A Site in the API. */
export const siteSchema = z.strictObject({
  id: idField,
  name: z.string().meta({ examples: ["Harbour Bakery"] }),
  startUrl: urlField.meta({ description: "The address at which crawls begin.", examples: ["https://bakery.example/"] }),
  isPaused: z.boolean().meta({ examples: [false] }),
  nextCrawlAt: timeField,
  openIssues: openIssuesField,
  reportUrl: screenField("", "The page that shows its issues."),
});
export const siteListSchema = listOf(siteSchema);
