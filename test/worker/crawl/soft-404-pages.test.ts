import { describe, expect, it } from "vitest";
import { soft404Probes } from "#worker/core/url/soft-404-probe.ts";
import { crawlFakeWeb, type FakeCrawlOptions } from "./fake/crawl-fake-web.ts";
import { type FakeAnswer, failing, HOME, page } from "./fake/fake-web.ts";

const NAV = "<nav><a href=/>Home</a></nav>";
const error = (path: string) => `<!doctype html><title>Bakery</title>${NAV}<h1>Page not found</h1><p>Nothing at ${path}.</p>`;
const [ONE, TWO] = soft404Probes(new URL(HOME).origin);

/** A Site of a front page that links to bread and to an old page, whose server shows this for addresses that do not exist. */
function crawl(show: (path: string) => FakeAnswer, options: Partial<FakeCrawlOptions> = {}) {
  const plan = { only: ["spelling", "links"] as const };
  return crawlFakeWeb({
    plan,
    pages: {
      "/": page("/bread", "/old", "/old#rye"),
      "/bread": page("Rye and spelt."),
      "/old": show("/old"),
      [ONE]: show("/one"),
      [TWO]: show("/two"),
    },
    ...options,
  });
}

type Crawled = Awaited<ReturnType<typeof crawl>>;
const verdicts = ({ memory }: Crawled) =>
  Object.fromEntries(memory.verdicts().map(({ url, state, rule }) => [url.replace(HOME, "/"), rule ?? state]));

describe("a page of the site that answers 200 and is an error page", () => {
  it("is gone for links to it, today and when nothing has changed since", async () => {
    const first = await crawl(error);
    const expected = { "/": "ok", "/bread": "ok", "/old": "links/gone-soft", "/old#rye": "links/gone-soft" };
    expect(verdicts(first)).toEqual(expected);
    expect(first.fetched.filter((url) => url === ONE || url === TWO)).toEqual([ONE, TWO]);
    first.memory.startNextCrawl();
    expect(verdicts(await crawl(error, { memory: first.memory }))).toEqual(expected);
  });

  it("is recognised by the browser's view of it where that says more", async () => {
    const shell = { html: "<!doctype html><title>Bakery</title><div id=app></div><script>run()</script>" };
    const seen = await crawl((path) => ({ ...shell, browser: error(path) }));
    expect(verdicts(seen)["/old"]).toBe("links/gone-soft");
    expect(seen.rendered).toEqual(expect.arrayContaining([ONE, TWO]));
  });

  it("is recognised by its title where texts are not read", async () => {
    const titled = (path: string) => error(path).replace("Bakery", "Page not found");
    expect(verdicts(await crawl(titled, { plan: { only: ["links"] } }))["/old"]).toBe("links/gone-soft");
    expect(verdicts(await crawl(error, { plan: { only: ["links"] } }))["/old"]).toBe("ok");
  });

  it.each([
    ["front page", () => page("/bread", "/old", "/old#rye")],
    ["404 of the server", (path: string) => (path === "/old" ? error(path) : failing("not-found", 404))],
  ] as const)("is believed to be a page where soft-404 probes give a %s", async (_, show) => {
    expect(verdicts(await crawl(show))["/old"]).toBe("ok");
  });

  it("is not looked for when links are not checked, or robots.txt forbids it", async () => {
    const without = await crawl(error, { plan: { only: ["spelling"] } });
    expect(without.fetched).not.toContain(ONE);
    const robots = () => ({ isAllowed: (url: string) => !url.includes("no-such-page") });
    const forbidden = await crawl(error, { robots });
    expect(forbidden.fetched).not.toContain(ONE);
    expect(verdicts(forbidden)["/old"]).toBe("ok");
  });
});
