import { expect, it } from "vitest";
import { BLOCK_KINDS } from "#worker/core/page/block.ts";
import { toWantedMark } from "#worker/core/page/locate/to-wanted-mark.ts";

const place = { id: "1", selector: "main > p", target: "https://a.example/" };
const range = { text: "Teh end", start: 0, end: 3 };

it("marks words of texts, elements with a text in an attribute, and links; never what a page does not show", () => {
  const byKind = BLOCK_KINDS.map((kind) => {
    const mark = toWantedMark({ ...place, block: { kind, ...range } });
    return [kind, mark && ("says" in mark ? "element" : "words")] as const;
  });
  const kindsOf = (how: string | null) => byKind.filter(([, mark]) => mark === how).map(([kind]) => kind);
  expect(kindsOf(null)).toEqual(["title", "description", "social", "name", "empty-heading"]);
  expect(kindsOf("element")).toEqual(["alt", "tooltip", "aria-label", "placeholder"]);
  expect(toWantedMark({ ...place, block: null })).toEqual({ id: "1", selector: "main > p", leadsTo: "https://a.example/" });
});

it.each([
  ["form > input:nth-of-type(2)", "element"],
  ["#send > button", "words"],
  ["x-input > button", "words"],
])("marks a button at %s by its %s", (selector, how) => {
  const mark = toWantedMark({ ...place, selector, block: { kind: "button", ...range } });
  expect(mark && "says" in mark ? "element" : "words").toBe(how);
});
