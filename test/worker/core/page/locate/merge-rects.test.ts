import { describe, expect, it } from "vitest";
import { mergeRects } from "#worker/core/page/locate/merge-rects.ts";

const picture = { width: 1280, height: 5_000 };
const box = (x: number, y: number, width: number, height = 20) => ({ x, y, width, height });

describe("mergeRects", () => {
  it("joins the parts of a word in one line, and keeps its lines apart", () => {
    const parts = [box(10, 10, 20), box(30, 11, 15, 18), box(10, 40, 30)];
    expect(mergeRects(parts, picture)).toEqual([box(10, 10, 35), box(10, 40, 30)]);
  });

  it("keeps two parts of a line apart that are not beside each other", () => {
    expect(mergeRects([box(10, 10, 20), box(200, 10, 20)], picture)).toHaveLength(2);
  });

  it("rounds outwards", () => {
    expect(mergeRects([box(10.6, 9.9, 20.2, 15.5)], picture)).toEqual([box(10, 9, 21, 17)]);
  });

  it.each([
    ["left of the page", box(-9_999, 10, 50)],
    ["below the picture", box(10, 5_001, 50)],
    ["right of the page", box(1_300, 10, 50)],
    ["too small to see", box(10, 10, 1, 1)],
  ])("drops what is %s", (_name, rect) => {
    expect(mergeRects([rect], picture)).toEqual([]);
  });

  it("cuts off what reaches over the edge", () => {
    expect(mergeRects([box(1_270, 4_990, 50, 50)], picture)).toEqual([box(1_270, 4_990, 10, 10)]);
  });
});
