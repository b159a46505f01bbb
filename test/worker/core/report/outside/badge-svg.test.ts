import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { badgeSvg } from "#worker/core/report/outside/badge-svg.ts";

describe("badgeSvg", () => {
  it.each([
    [{ open: 0 }, "no mistakes found"],
    [{ open: 1 }, "1 open mistake"],
    [{ open: 12_345 }, "12,345 open mistakes"],
    ["not-read", "not read yet"],
    ["ended", "badge ended"],
  ] as const)("says %j as “%s”, in its title too", (state, words) => {
    const svg = badgeSvg(state);
    expect(svg).toContain(`<title>Flawless: ${words}</title>`);
    expect(svg).toContain(`aria-label="Flawless: ${words}"`);
    expect(svg).toContain('role="img"');
    expect(svg).toContain(`>${words}</text>`);
  });

  it("is one SVG element that loads and runs nothing", () => {
    const { childNodes } = parseFragment(badgeSvg({ open: 3 }).trim());
    expect(childNodes.map(({ nodeName }) => nodeName)).toEqual(["svg"]);
    expect(badgeSvg({ open: 3 }).replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/script|href|http|on\w+=/);
  });

  it("is as wide as its words need", () => {
    const widthOf = (svg: string) => Number(/width="(\d+)"/.exec(svg)?.[1]);
    expect(widthOf(badgeSvg({ open: 1_000 }))).toBeGreaterThan(widthOf(badgeSvg({ open: 1 })));
  });
});
