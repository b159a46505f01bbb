import { describe, expect, it } from "vitest";
import { makeLocator } from "#worker/core/page/locate/locate-mistakes.ts";
import type { PageText } from "#worker/core/page/locate/page-text.ts";

type Run = { texts: readonly (string | { hidden: string })[]; owners?: number[]; within?: number[] };

/** Makes a page's text of runs of text nodes. */
function pageOf(...runs: Run[]): PageText {
  const page: PageText = { pieces: [], runs: [] };
  for (const { texts, owners = [0], within = [] } of runs) {
    const first = page.pieces.length;
    for (const text of texts)
      page.pieces.push(typeof text === "string" ? { text, shown: true } : { text: text.hidden, shown: false });
    page.runs.push({ pieces: texts.map((_, index) => first + index), owners, within });
  }
  return page;
}

/** Returns the parts of the page's text nodes that are found for a mistake in a Block's text. */
function find(page: PageText, text: string, mistake: string, selector = 0, from = 0): string[] | null {
  const start = text.indexOf(mistake, from);
  const ranges = makeLocator(page)({ selector, text, start, end: start + mistake.length });
  return ranges?.map(({ piece, start: first, end }) => page.pieces[piece]?.text.slice(first, end) ?? "") ?? null;
}

const FOUND: readonly [name: string, texts: Run["texts"], block: string, mistake: string, parts: string[]][] = [
  ["plain text", ["We recieve mail."], "We recieve mail.", "recieve", ["recieve"]],
  ["white space that collapses", ["\n  We\t recieve \n mail.  "], "We recieve mail.", "recieve", ["recieve"]],
  ["a phrase over two lines", ["open the\n   the doors"], "open the the doors", "the the", ["the\n   the"]],
  ["no-break spaces", ["We\u00a0recieve\u00a0\u00a0mail"], "We recieve mail", "recieve mail", ["recieve\u00a0\u00a0mail"]],
  ["soft hyphens", ["We re\u00adcie\u00adve it"], "We recieve it", "recieve", ["re\u00adcie\u00adve"]],
  ["a zero width space at the end", ["recieve\u200b now"], "recieve now", "recieve", ["recieve"]],
  ["inline elements", ["We re", "cie", "ve it"], "We recieve it", "recieve", ["re", "cie", "ve"]],
  ["a space that only the reading adds", ["Price", "10"], "Price 10", "10", ["10"]],
  ["right-to-left text", ["שלום ", "לכולם", " עולם"], "שלום לכולם עולם", "לכולם", ["לכולם"]],
  ["combining marks", ["un cafe\u0301 noir"], "un cafe\u0301 noir", "cafe\u0301", ["cafe\u0301"]],
  ["emoji before it", ["👩‍👩‍👧 and 🎉 recieve"], "👩‍👩‍👧 and 🎉 recieve", "recieve", ["recieve"]],
  ["a mistake that is an emoji", ["Hi 👍🏽!"], "Hi 👍🏽!", "👍🏽", ["👍🏽"]],
  ["an object before it", ["Run ", "npm recieve", " to recieve it"], "Run \uFFFC to recieve it", "recieve", ["recieve"]],
  ["a mistake around an object", ["teh ", "code", " the the"], "teh \uFFFC the the", "teh \uFFFC the", ["teh", "the"]],
  ["hidden words between", ["We ", { hidden: "secretly " }, "recieve it"], "We recieve it", "recieve", ["recieve"]],
  ["hidden words that were read", ["We ", { hidden: "secretly " }, "recieve"], "We secretly recieve", "recieve", ["recieve"]],
  ["words before and after", ["Before. ", "We recieve it.", " After."], "We recieve it.", "recieve", ["recieve"]],
  ["a lone surrogate and a NUL", ["a\ud800 recieve\0"], "a\uFFFD recieve\uFFFD", "recieve", ["recieve"]],
  ["an object at the beginning", ["icon", " recieve"], "\uFFFC recieve", "recieve", ["recieve"]],
];

describe("makeLocator", () => {
  it.each(FOUND)("finds a mistake in %s", (_name, texts, block, mistake, parts) => {
    expect(find(pageOf({ texts }), block, mistake)).toEqual(parts);
  });

  it("finds the second of two equal words", () => {
    expect(find(pageOf({ texts: ["the cat ", "the dog"] }), "the cat the dog", "the", 0, 1)).toEqual(["the"]);
    const page = pageOf({ texts: ["the cat ", "the dog"] });
    expect(makeLocator(page)({ selector: 0, text: "the cat the dog", start: 8, end: 11 })).toEqual([
      { piece: 1, start: 0, end: 3 },
    ]);
  });

  it("marks the neighbours of a mistake that is only white space", () => {
    expect(makeLocator(pageOf({ texts: ["ab cd"] }))({ selector: 0, text: "ab cd", start: 2, end: 3 })).toEqual([
      { piece: 0, start: 1, end: 4 },
    ]);
  });

  it("prefers the selected element's own text to the same text in it and elsewhere", () => {
    const texts = ["Teh end"];
    const page = pageOf({ texts, owners: [] }, { texts, owners: [1], within: [0] }, { texts, owners: [0] });
    const locate = makeLocator(page);
    expect(locate({ selector: 0, text: "Teh end", start: 0, end: 3 })?.[0]?.piece).toBe(2);
    expect(locate({ selector: 1, text: "Teh end", start: 0, end: 3 })?.[0]?.piece).toBe(1);
  });

  it("finds the text elsewhere if the selected element says something else", () => {
    const page = pageOf({ texts: ["New item"] }, { texts: ["Recieve it"], owners: [] });
    expect(find(page, "Recieve it", "Recieve")).toEqual(["Recieve"]);
  });

  it("does not take a short text for a part of another elsewhere", () => {
    const page = pageOf({ texts: ["New item"] }, { texts: ["Recieve it today"], owners: [] });
    expect(find(page, "Recieve it", "Recieve")).toBeNull();
  });

  it("finds a text whose parts the page has in several runs of the element", () => {
    const page = pageOf({ texts: ["We have "] }, { texts: ["recieved"], owners: [], within: [0] }, { texts: [" it"] });
    expect(find(page, "We have recieved it", "recieved")).toEqual(["recieved"]);
  });

  it("finds nothing if the page says something else, or nothing", () => {
    expect(find(pageOf({ texts: ["We receive mail."] }), "We recieve mail.", "recieve")).toBeNull();
    expect(find(pageOf(), "We recieve mail.", "recieve")).toBeNull();
    expect(find(pageOf({ texts: ["  \n "] }), "\uFFFC", "\uFFFC")).toBeNull();
  });

  it("finds a mistake in texts made of one repeated word, however long", () => {
    const text = "ab ".repeat(20_000);
    const page = pageOf({ texts: [text] }, { texts: [text], owners: [] });
    expect(makeLocator(page)({ selector: 0, text: `${text}c`, start: 0, end: 2 })).toBeNull();
    expect(makeLocator(page)({ selector: 0, text: text.trim(), start: 30_000, end: 30_002 })).toEqual([
      { piece: 0, start: 30_000, end: 30_002 },
    ]);
  });
});
