import { describe, expect, it } from "vitest";
import { toWebhookBody } from "#worker/core/channels/webhook-body.ts";
import { CHANGES, FIRST_REPORT, LINKS } from "./sample-news.ts";

const AT = new Date("2026-11-29T05:12:00.000Z");

describe("toWebhookBody", () => {
  it("has a type, the time of the event, and the issues with their addresses", () => {
    const { type, timestamp, data } = toWebhookBody(CHANGES, AT, LINKS);
    expect({ type, timestamp }).toEqual({ type: "site.changed", timestamp: "2026-11-29T05:12:00.000Z" });
    expect(data).toMatchObject({
      site: { id: "s1", name: "Harbour Bakery (harbour-bakery.example)", reportUrl: "https://flawless.example/sites/s1" },
      ...{ newCount: 2, goneCount: 1, openCount: 5, pagesChecked: 37, pagesFailed: 1 },
      new: [
        { id: "sample-1", text: "recieve", suggestion: "receive", url: "https://flawless.example/sites/s1/issues/sample-1" },
        { id: "sample-2", reopened: true },
      ],
      gone: [{ id: "sample-3", check: "grammar" }],
    });
  });

  it("has a type of its own for a first report and for a test", () => {
    expect(toWebhookBody(FIRST_REPORT, AT, LINKS)).toMatchObject({
      type: "site.first_report",
      data: { counts: { spelling: 7, links: 2 } },
    });
    expect(toWebhookBody({ kind: "test" }, AT, LINKS)).toMatchObject({ type: "channel.test" });
  });
});
