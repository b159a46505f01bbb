import { describe, expect, it } from "vitest";
import { unnamedTarget } from "#worker/core/view/issues/unnamed-target.ts";

describe("unnamedTarget", () => {
  it.each([
    ["https://bakery.example/img/bread.JPG?w=300", "A picture without text"],
    ["https://bakery.example/site.css?v=2", "A style sheet"],
    ["https://bakery.example/app.mjs", "A script"],
    ["https://bakery.example/serif.woff2", "A font"],
    ["https://bakery.example/oven.mp4", "A film"],
    ["https://bakery.example/bell.mp3", "A sound"],
    ["https://bakery.example/menu", "A link without text"],
    ["https://bakery.example/?picture=bread.jpg", "A link without text"],
    ["https://bakery.example.png/", "A link without text"],
    ["htp//no address", "A link without text"],
  ])("names %s %j", (target, name) => {
    expect(unnamedTarget(target)).toBe(name);
  });
});
