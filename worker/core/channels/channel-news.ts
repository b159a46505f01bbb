import { z } from "zod";
import { completeCounts } from "../checks/check-kinds.ts";
import { digestHeadline } from "../digest/digest-headline.ts";
import { digestItemSchema, digestSchema } from "../digest/digest-schema.ts";
import { plural } from "../text/plural.ts";

const count = z.number().int().nonnegative();

/** The news that one message to a Channel carries, as it is stored. Each kind of Channel writes it in its own form. */
export const channelNewsSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("changes"), digest: digestSchema }),
  z.object({
    kind: z.literal("first_report"),
    siteId: z.string(),
    siteName: z.string(),
    pagesChecked: count,
    pagesFailed: count,
    counts: z.record(z.string(), count).transform(completeCounts),
    top: z.array(digestItemSchema),
  }),
  z.object({ kind: z.literal("test") }),
]);
export type ChannelNews = z.infer<typeof channelNewsSchema>;

/** Returns a line that says what a message is about: "Harbour Bakery (bakery.example): 2 new issues, 1 gone". */
export function newsHeadline(news: ChannelNews): string {
  switch (news.kind) {
    case "changes":
      return `${news.digest.siteName}: ${digestHeadline(news.digest)}`;
    case "first_report":
      return `${news.siteName}: first report, ${countOfAll(news) === 0 ? "no issues" : plural(countOfAll(news), "issue")}`;
    case "test":
      return "A test from Flawless: this channel works";
  }
}

/** Returns the number of Issues in a first report. */
export function countOfAll({ counts }: Pick<Extract<ChannelNews, { kind: "first_report" }>, "counts">): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}
