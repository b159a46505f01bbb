import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sampleItems } from "#emails/sample-items.ts";
import { composeMessage } from "#worker/core/channels/channel-message.ts";
import type { ChannelNews } from "#worker/core/channels/channel-news.ts";
import { toTeamsMessage } from "#worker/core/channels/teams-message.ts";
import { CHANGES, changesWith, DIGEST, LINKS } from "./sample-news.ts";

const run = z.strictObject({
  type: z.literal("TextRun"),
  text: z.string().min(1),
  weight: z.literal("Bolder").optional(),
  size: z.literal("Medium").optional(),
  color: z.enum(["Attention", "Good"]).optional(),
  isSubtle: z.literal(true).optional(),
});
const richText = z.strictObject({ type: z.literal("RichTextBlock"), inlines: z.array(run).min(1) });
const link = z.strictObject({ type: z.literal("TextBlock"), text: z.string(), spacing: z.literal("Small") });
const container = z.strictObject({
  type: z.literal("Container"),
  separator: z.literal(true),
  items: z.array(z.union([richText, link])),
});
/** The form that the workflow "Send webhook alerts to a channel" takes: a message with an Adaptive Card of version 1.4. */
const teamsSchema = z.strictObject({
  type: z.literal("message"),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal("application/vnd.microsoft.card.adaptive"),
      contentUrl: z.null(),
      content: z.strictObject({
        $schema: z.literal("http://adaptivecards.io/schemas/adaptive-card.json"),
        type: z.literal("AdaptiveCard"),
        version: z.literal("1.4"),
        msteams: z.strictObject({ width: z.literal("Full") }),
        body: z.array(z.union([richText, container])),
        actions: z.tuple([z.strictObject({ type: z.literal("Action.OpenUrl"), title: z.string(), url: z.url() })]),
      }),
    }),
  ]),
});
/** The largest message that Teams takes. */
const MOST_BYTES = 28_000;

function cardOf(news: ChannelNews) {
  return teamsSchema.parse(toTeamsMessage(composeMessage(news, LINKS))).attachments[0].content;
}
const textOf = (block: z.infer<typeof richText>) => block.inlines.map(({ text }) => text).join("");

describe("toTeamsMessage", () => {
  it("writes a card with each issue in its sentence and a link to it", () => {
    const { body, actions } = cardOf(CHANGES);
    const lines = body.flatMap((block) =>
      block.type === "Container"
        ? block.items.map((item) => (item.type === "TextBlock" ? item.text : textOf(item)))
        : [textOf(block)],
    );
    expect(lines).toEqual([
      "Harbour Bakery (harbour-bakery.example): 2 new issues, 1 gone",
      "We checked 37 pages. We could not read 1 page. In all, 5 issues are open.",
      "Spelling · “recieve” is not in our dictionaries. Did you mean “receive”?",
      "Order before noon and recieve your bread the same day. → receive",
      "harbour-bakery.example/delivery and 2 more pages",
      "[Show it](https://flawless.example/sites/s1/issues/sample-1)",
      "Link, back again · The page does not exist (404).",
      "“Autumn menu” https://harbour-bakery.example/menus/autumn-2024-catering-and-celebration-cakes.pdf",
      "harbour-bakery.example",
      "[Show it](https://flawless.example/sites/s1/issues/sample-2)",
      "Gone: “the the”.",
    ]);
    expect(actions[0].url).toBe("https://flawless.example/sites/s1");
  });

  it("puts a site's text only where Markdown is not read", () => {
    const hostile = "[Click](https://evil.example) **bold** <at>all</at> # Title";
    const news = changesWith({ excerpt: `${hostile} recieve`, message: hostile, suggestion: hostile });
    const { body, actions } = cardOf({ ...news, digest: { ...news.digest, siteName: hostile } });
    const containers = body.flatMap((block) => (block.type === "Container" ? block.items : []));
    const markdown = containers.flatMap((item) => (item.type === "TextBlock" ? [item.text] : []));
    expect([...markdown, actions[0].title].join()).not.toContain("evil");
    expect(JSON.stringify(body)).toContain(JSON.stringify(`${hostile} `).slice(1, -1));
  });

  it("stays below the size that Teams takes", () => {
    const many = "漢".repeat(9_000);
    const opened = Array.from({ length: 25 }, () => ({
      ...sampleItems[0],
      ...{ excerpt: many, text: many, message: many, suggestion: many, pageUrl: `https://a.example/?${many}` },
    }));
    const digest = { ...DIGEST, siteName: many, opened, openedCount: 9_999, fixed: opened, fixedCount: 9_999 };
    expect(Buffer.byteLength(JSON.stringify(toTeamsMessage(composeMessage({ kind: "changes", digest }, LINKS))))).toBeLessThan(
      MOST_BYTES,
    );
  });
});
