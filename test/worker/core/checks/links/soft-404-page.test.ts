import { describe, expect, it } from "vitest";
import { isSoft404Page, learnSoft404Page } from "#worker/core/checks/links/soft-404-page.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";

const blocks = (html: string) => extractPage(html, { url: "https://bakery.example/" }).blocks;
const NAV = "<title>Bakery</title><nav><a href=/>Home</a><a href=/bread>Our bread</a></nav><footer>Harbour 3</footer>";
const error = (path: string) => blocks(`${NAV}<h1>Page not found</h1><p>There is nothing at ${path}.</p>`);

describe("a server's page for non-existent addresses", () => {
  const nowhere = learnSoft404Page(error("/no-such-one"), error("/no-such-two"));
  if (!nowhere) throw new Error("It says that there is nothing.");

  it("is recognised at other addresses that it repeats", () => {
    expect(isSoft404Page(nowhere, error("/old"))).toBe(true);
    expect(isSoft404Page(nowhere, blocks(`${NAV}<h1>Page not found</h1>`))).toBe(true);
  });

  it("is recognised where a teaser was the same on both by chance", () => {
    const withTeaser = (path: string, teaser: string) =>
      blocks(`${NAV}<h1>Page not found</h1><p>Nothing at ${path}.</p><p>${teaser}</p>`);
    const learned = learnSoft404Page(withTeaser("/one", "Try our rye."), withTeaser("/two", "Try our rye."));
    expect(learned && isSoft404Page(learned, withTeaser("/old", "Try our spelt."))).toBe(true);
    expect(learned && isSoft404Page(learned, blocks(`${NAV}<h1>Our bread</h1><p>Rye.</p><p>Try our rye.</p>`))).toBe(false);
  });

  it.each([
    ["another page", `${NAV}<h1>Our bread</h1><p>Rye and spelt.</p>`],
    ["a page about what was not found", `${NAV}<h1>Page not found</h1><p>How we bake.</p><p>With flour.</p>`],
    ["a page without its navigation", "<h1>Page not found</h1>"],
    ["an empty page", ""],
  ])("is not %s", (_, html) => {
    expect(isSoft404Page(nowhere, blocks(html))).toBe(false);
  });

  it("is not learned from a front page, a form, or changing content", () => {
    const front = blocks(`${NAV}<h1>Welcome</h1>`);
    expect(learnSoft404Page(front, front)).toBeNull();
    const form = blocks(`${NAV}<h1>Please sign in</h1>`);
    expect(learnSoft404Page(form, form)).toBeNull();
    expect(learnSoft404Page(blocks("<h1>Page not found 1</h1>"), blocks("<h1>Page not found 2</h1>"))).toBeNull();
    expect(learnSoft404Page([], [])).toBeNull();
  });
});
