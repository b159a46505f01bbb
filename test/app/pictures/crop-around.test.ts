import { describe, expect, it } from "vitest";
import { boundsOf, cropAround } from "#app/(dashboard)/sites/[siteId]/_pictures/crop-around.ts";

const picture = { width: 1280, height: 4_000 };
const box = (x: number, y: number, width = 40, height = 20) => ({ x, y, width, height });

describe("cropAround", () => {
  it("has the mark in its middle", () => {
    const crop = cropAround([box(600, 2_000)], picture, 2);
    expect(crop).toEqual({ x: 260, y: 1_830, width: 720, height: 360 });
  });

  it.each([
    ["the upper left", box(0, 0)],
    ["the lower right", box(1_240, 3_980)],
  ])("stays in the picture at %s corner", (_name, mark) => {
    const crop = cropAround([mark], picture, 2);
    expect(crop.x).toBeGreaterThanOrEqual(0);
    expect(crop.y).toBeGreaterThanOrEqual(0);
    expect(crop.x + crop.width).toBeLessThanOrEqual(picture.width);
    expect(crop.y + crop.height).toBeLessThanOrEqual(picture.height);
    expect(boundsOf([mark, crop])).toEqual(crop);
  });

  it("shows all of a wide mark, and the beginning of a high one", () => {
    const wide = cropAround([box(50, 100, 1_000)], picture, 2);
    expect(boundsOf([box(50, 100, 1_000), wide])).toEqual(wide);
    const high = cropAround([box(50, 1_000, 40, 2_000)], picture, 2);
    expect(high.y).toBeLessThanOrEqual(1_000);
    expect(high.y + high.height).toBeGreaterThan(1_000);
  });

  it("begins at the top of a picture that is less high than the part", () => {
    expect(cropAround([box(10, 10)], { width: 1280, height: 100 }, 2).y).toBe(0);
  });
});
