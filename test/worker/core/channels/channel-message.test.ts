import { describe, expect, it } from "vitest";
import { sampleItems } from "#emails/sample-items.ts";
import { composeMessage } from "#worker/core/channels/channel-message.ts";
import { zeroCounts } from "#worker/core/checks/check-kinds.ts";
import { CHANGES, changesWith, DIGEST, FIRST_REPORT, LINKS } from "./sample-news.ts";

describe("composeMessage", () => {
  it("says what changed, with each issue in its sentence and a link to it", () => {
    expect(composeMessage(CHANGES, LINKS)).toEqual({
      headline: "Harbour Bakery (harbour-bakery.example): 2 new issues, 1 gone",
      summary: "We checked 37 pages. We could not read 1 page. In all, 5 issues are open.",
      items: [
        {
          label: "Spelling",
          message: "“recieve” is not in our dictionaries. Did you mean “receive”?",
          sentence: { before: "Order before noon and ", mistake: "recieve", after: " your bread the same day." },
          suggestion: "receive",
          where: "harbour-bakery.example/delivery and 2 more pages",
          url: "https://flawless.example/sites/s1/issues/sample-1",
        },
        {
          label: "Link, back again",
          message: "The page does not exist (404).",
          sentence: {
            before: "“Autumn menu” ",
            mistake: "https://harbour-bakery.example/menus/autumn-2024-catering-and-celebration-cakes.pdf",
            after: "",
          },
          suggestion: null,
          where: "harbour-bakery.example",
          url: "https://flawless.example/sites/s1/issues/sample-2",
        },
      ],
      notes: ["Gone: “the the”."],
      link: { label: "Open the report", url: "https://flawless.example/sites/s1" },
    });
  });

  it("shows five issues and counts the others, also those alike", () => {
    const opened = Array.from({ length: 9 }, (_, index) => ({
      ...sampleItems[0],
      issueId: `i${index}`,
      alike: index === 0 ? 3 : 0,
    }));
    const fixed = opened.slice(0, 7).map((item, index) => ({ ...item, text: `gone ${index}`, alike: 0 }));
    const digest = { ...DIGEST, opened, openedCount: 40, fixed, fixedCount: 1_207 };
    const { items, notes } = composeMessage({ kind: "changes", digest }, LINKS);
    expect(items.map(({ url }) => url.split("/").at(-1))).toEqual(["i0", "i1", "i2", "i3", "i4"]);
    expect(items[0]?.where).toBe("harbour-bakery.example/delivery and 2 more pages · and 3 more like it");
    expect(notes).toEqual(["And 32 more issues.", "Gone: “gone 0”, “gone 1”, “gone 2”, “gone 3”, “gone 4” and 1,202 more."]);
  });

  it("says what a first report found, and that nothing was", () => {
    const { headline, summary, notes } = composeMessage(FIRST_REPORT, LINKS);
    expect(headline).toBe("Harbour Bakery (harbour-bakery.example): first report, 9 issues");
    expect(summary).toBe("We checked 37 pages. We found 7 misspellings, 2 broken links.");
    expect(notes).toEqual(["And 7 more issues."]);
    const clean = { ...FIRST_REPORT, counts: zeroCounts(), top: [] };
    expect(composeMessage(clean, LINKS)).toMatchObject({
      headline: "Harbour Bakery (harbour-bakery.example): first report, no issues",
      summary: "We checked 37 pages. We found no issues.",
      items: [],
      notes: [],
    });
  });

  it.each([
    ["line breaks", "Order\r\nbefore\u2028noon and recieve\t it."],
    ["control characters", "Order\u0000 before\u0007 noon and\u001b recieve it."],
    ["characters that reverse the text after them", "Order \u202ebefore\u2066 noon and recieve it."],
  ])("puts a text with %s on one line", (_what, excerpt) => {
    const [item] = composeMessage(changesWith({ excerpt }), LINKS).items;
    expect(item?.sentence).toEqual({ before: "Order before noon and ", mistake: "recieve", after: " it." });
  });

  it("keeps the mistake in view, however long its sentence is", () => {
    const filler = "Lorem ipsum dolor sit amet ".repeat(400);
    const { items } = composeMessage(
      changesWith({ excerpt: `${filler}recieve ${filler}`, message: filler, suggestion: filler }),
      LINKS,
    );
    const [item] = items;
    expect(item?.sentence.mistake).toBe("recieve");
    const shown = `${item?.sentence.before}${item?.sentence.mistake}${item?.sentence.after}${item?.message}${item?.suggestion}`;
    expect(shown.length).toBeLessThan(450);
  });
});
