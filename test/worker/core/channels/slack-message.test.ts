import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sampleItems } from "#emails/sample-items.ts";
import { composeMessage } from "#worker/core/channels/channel-message.ts";
import type { ChannelNews } from "#worker/core/channels/channel-news.ts";
import { toSlackMessage } from "#worker/core/channels/slack-message.ts";
import { CHANGES, changesWith, DIGEST, LINKS } from "./sample-news.ts";

/** The form of Slack's Block Kit, with its limits. */
const slackSchema = z.strictObject({
  text: z.string().max(3_000),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
  blocks: z
    .array(
      z.strictObject({
        type: z.literal("section"),
        text: z.strictObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(3_000), verbatim: z.literal(true) }),
      }),
    )
    .max(50),
});

function textsOf(news: ChannelNews): string[] {
  const { text, blocks } = slackSchema.parse(toSlackMessage(composeMessage(news, LINKS)));
  return [text, ...blocks.map((block) => block.text.text)];
}

describe("toSlackMessage", () => {
  it("writes sections with the mistake in bold and a link to each issue", () => {
    const site = "https://flawless.example/sites/s1";
    expect(textsOf(CHANGES)).toEqual([
      "Harbour Bakery (harbour-bakery.example): 2 new issues, 1 gone",
      "*Harbour Bakery (harbour-bakery.example): 2 new issues, 1 gone*\nWe checked 37 pages. We could not read 1 page. In all, 5 issues are open.",
      `*Spelling* · “recieve” is not in our dictionaries. Did you mean “receive”?\n>Order before noon and *recieve* your bread the same day. → receive\n<${site}/issues/sample-1|Show it> · harbour-bakery.example/delivery and 2 more pages`,
      `*Link, back again* · The page does not exist (404).\n>“Autumn menu” *https://harbour-bakery.example/menus/autumn-2024-catering-and-celebration-cakes.pdf*\n<${site}/issues/sample-2|Show it> · harbour-bakery.example`,
      "Gone: “the the”.",
      `<${site}|Open the report>`,
    ]);
  });

  it("lets no site write mentions, links or entities", () => {
    const hostile = "<!channel> <@U123> <https://evil.example|Click> &lt; Tom & Jerry";
    const news = changesWith({
      excerpt: `${hostile} recieve`,
      message: hostile,
      suggestion: hostile,
      pageUrl: "https://a.example/<!here>",
    });
    const fixed = [{ ...sampleItems[2], text: "<!everyone>" }];
    const texts = textsOf({ ...news, digest: { ...news.digest, siteName: hostile, fixed } });
    for (const text of texts) {
      expect(text.match(/<[^>]*>/g) ?? [], text).toEqual(text.match(/<https:\/\/flawless\.example\/[^>]*>/g) ?? []);
      expect(text.replace(/&(amp|lt|gt);/g, "")).not.toContain("&");
    }
    expect(texts[0]).toBe(
      "&lt;!channel&gt; &lt;@U123&gt; &lt;https://evil.example|Click&gt; &amp;lt; Tom &amp; Jerry: 1 new issue, 1 gone",
    );
  });

  it("stays within Slack's limits when every character is escaped", () => {
    const many = "&".repeat(9_000);
    const opened = Array.from({ length: 25 }, () => ({
      ...sampleItems[0],
      ...{ excerpt: many, text: many, message: many, suggestion: many, pageUrl: `https://a.example/?${many}` },
    }));
    const digest = { ...DIGEST, siteName: many, opened, openedCount: 9_999, fixed: opened, fixedCount: 9_999 };
    expect(textsOf({ kind: "changes", digest })).toHaveLength(9);
  });

  it("does not mark a mistake in bold that contains an asterisk", () => {
    expect(textsOf(changesWith({ excerpt: "Order **now.", text: "**" })).at(2)).toContain("\n>Order **now.");
  });
});
