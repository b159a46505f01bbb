import { describe, expect, it } from "vitest";
import { markBlocks, type PlacedIssue, type ReadBlock } from "#worker/core/view/marks/mark-blocks.ts";

const block = (text: string, selector: string, hash = text): ReadBlock => ({ hash, kind: "paragraph", selector, text });
const issue = (given: Partial<PlacedIssue>): PlacedIssue => ({
  issueId: "i",
  selector: "p",
  blockHash: null,
  start: null,
  end: null,
  excerpt: "",
  mistake: "",
  ...given,
});
const shown = (blocks: readonly ReadBlock[], placed: readonly PlacedIssue[]) =>
  markBlocks(blocks, placed).map(({ segments }) =>
    segments.map(({ text, issueIds }) => (issueIds.length > 0 ? `[${text}:${issueIds.join("+")}]` : text)).join(""),
  );

describe("markBlocks", () => {
  it("marks the range of a text, in the block with this selector only", () => {
    const blocks = [block("a an a", "p:nth-of-type(1)", "h"), block("a an a", "p:nth-of-type(2)", "h")];
    const placed = issue({ blockHash: "h", selector: "p:nth-of-type(2)", start: 5, end: 6, mistake: "a" });
    expect(shown(blocks, [placed])).toEqual(["a an a", "a an [a:i]"]);
  });

  it("finds the text if its range is unknown, and every block with it if its selector is of an older page", () => {
    const blocks = [
      block("You recieve it.", "p:nth-of-type(1)", "h"),
      block("You recieve it.", "li", "h"),
      block("Else", "div"),
    ];
    const placed = issue({ blockHash: "h", selector: "main > p", mistake: "recieve" });
    expect(shown(blocks, [placed])).toEqual(["You [recieve:i] it.", "You [recieve:i] it.", "Else"]);
  });

  it("marks nothing for a range outside the text, or a block that is gone", () => {
    const blocks = [block("Short", "p", "h")];
    expect(
      shown(blocks, [issue({ blockHash: "h", start: 2, end: 9 }), issue({ blockHash: "gone", start: 0, end: 2 })]),
    ).toEqual(["Short"]);
  });

  it("marks a link in the nearest block around it, each of several with the same text once", () => {
    const blocks = [
      block("Read more here and more there.", "main > p"),
      block("more", "main"),
      block("Read more here and more there.", "main > p:nth-of-type(2)"),
    ];
    const placed = [
      issue({ issueId: "one", selector: "main > p > a:nth-of-type(1)", excerpt: "more" }),
      issue({ issueId: "two", selector: "main > p > a:nth-of-type(2)", excerpt: "more" }),
    ];
    expect(shown(blocks, placed)).toEqual([
      "Read [more:one] here and [more:two] there.",
      "more",
      "Read more here and more there.",
    ]);
  });

  it("does not take an element for one whose name begins alike", () => {
    const blocks = [block("more", "main > p:nth-of-type(1)")];
    expect(shown(blocks, [issue({ selector: "main > p:nth-of-type(12) > a", excerpt: "more" })])).toEqual(["more"]);
  });

  it("keeps both of two that overlap, such as a wrong word in a broken link", () => {
    const blocks = [block("See our menue of today.", "p", "h")];
    const placed = [
      issue({ issueId: "word", blockHash: "h", start: 8, end: 13, mistake: "menue" }),
      issue({ issueId: "link", selector: "p > a", excerpt: "our menue" }),
    ];
    expect(shown(blocks, placed)).toEqual(["See [our :link][menue:word+link] of today."]);
  });

  it("shows what is no prose as an ellipsis", () => {
    expect(shown([block("Run \uFFFC now", "p")], [])).toEqual(["Run … now"]);
  });

  it("marks a text on each of thousands of blocks", () => {
    const blocks = Array.from({ length: 2_000 }, (_, at) => block(`Text ${at} recieve`, `p:nth-of-type(${at})`, `h${at}`));
    const placed = blocks.map(({ hash, selector }) => issue({ issueId: hash, blockHash: hash, selector, mistake: "recieve" }));
    expect(markBlocks(blocks, placed).filter(({ segments }) => segments.length === 2)).toHaveLength(2_000);
  });
});
