import { describe, expect, it } from "vitest";
import { crawlFakeWeb } from "#test/worker/crawl/fake/crawl-fake-web.ts";
import { answeringAll, type FakePages, failing, HOME } from "#test/worker/crawl/fake/fake-web.ts";
import { makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";

const MENU = ["bread/", "cake/", "tea/"];
const anchors = (hrefs: readonly string[]) => hrefs.map((href) => `<a href="${href}">${href}</a>`).join("");
const html = (title: string, ...parts: string[]) =>
  `<html lang="en"><title>${title}</title><body>${parts.join("")}</body></html>`;
const CONTACT = html("Contact", "<p>Write to us.</p>");

type Site = { menu?: readonly string[]; body?: (path: string) => string };
const siteOf = ({ menu = MENU, body = () => "<p>Everything for the table.</p>" }: Site): FakePages =>
  answeringAll({ "/contact": CONTACT }, (path) =>
    path.endsWith("/lost/")
      ? failing("not-found", 404)
      : html(`You are at ${path}`, `<h1>You are at ${path}</h1>`, anchors(menu), anchors(["/contact"]), body(path)),
  );
const crawl = (pages: FakePages, plan = {}, more = {}) =>
  crawlFakeWeb({ pages, plan: { only: ["spelling", "links"], pageLimit: 500, ...plan }, ...more });
const pagesIn = ({ outcomes }: Awaited<ReturnType<typeof crawl>>) =>
  Object.keys(outcomes).filter((path) => /^(?:new|changed|unchanged)/.test(outcomes[path] ?? ""));

const crumbs = (path: string) => {
  const folders = path.split("/").slice(1, -1);
  return `<ol>${folders.map((name, at) => `<li><a href="/${folders.slice(0, at + 1).join("/")}/">${name}</a></li>`).join("")}</ol>`;
};
let quotes = 0;
const last = (path: string) => path.split("/").filter(Boolean).at(-1) ?? "home";

describe("folders that multiply", () => {
  it.each<[string, Site, number]>([
    ["pages that differ in their address only", {}, 5],
    ["without a slash at the end", { menu: ["a/bread", "a/cake"] }, 4],
    ["in a single chain", { menu: ["more/"] }, 3],
    ["several folders at once", { menu: ["x/bread/index.html", "y/cake/index.html"] }, 4],
    ["a menu of fifty links", { menu: Array.from({ length: 50 }, (_, at) => `part${"abcdefghij"[at % 10]}${at}/`) }, 52],
    ["pages chosen by their last folder", { body: (path) => `<p>This is all about ${last(path)}, fresh from here.</p>` }, 5],
    ["crumbs and counters", { body: (path) => `${crumbs(path)}<p>Seen ${quotes++} times.</p>` }, 5],
    ["their address within a text", { body: (path) => `<p>You asked for ${path.split("/").join(" ")} in our house.</p>` }, 14],
    ["and one that is broken everywhere", { menu: [...MENU, "lost/"] }, 5],
    [
      "a quote that changes",
      { body: () => `<p>Somebody said: “${["Eat more", "Bake less", "Drink up"][quotes++ % 3]} with friends.”</p>` },
      30,
    ],
  ])("are left after few requests: %s", async (_, site, most) => {
    const result = await crawl(siteOf(site));
    expect(pagesIn(result).length).toBeLessThanOrEqual(most);
    expect(pagesIn(result)).toContain("/contact");
    expect(result.fetched.length).toBeLessThan(most * 3 + 30);
    expect(result.account.notChecked).toMatchObject([
      { code: "trap-folders", message: expect.stringContaining("such as bakery") },
    ]);
    const relative = result.memory.verdicts().filter(({ rule }) => rule === "links/relative");
    expect(relative.map(({ finalUrl }) => finalUrl)).toEqual(
      expect.arrayContaining((site.menu ?? MENU).slice(0, 1).map((href) => HOME + href)),
    );
    expect(relative.length).toBeLessThanOrEqual((site.menu ?? MENU).length);
  });

  it("are left by redirects to a slash, too", async () => {
    const pages = answeringAll({ "/contact": CONTACT }, (path) =>
      path.endsWith("/") ? html(path, anchors(["bread", "cake"]), anchors(["/contact"]), "<p>Hello.</p>") : { to: `${path}/` },
    );
    const result = await crawl(pages);
    expect(pagesIn(result).sort()).toEqual(["/", "/bread/", "/cake/", "/contact"]);
    expect(result.fetched.length).toBeLessThan(30);
  });

  it("stay left at the next Crawl, which reads no page for it, with the same Issues", async () => {
    const rest = siteOf({});
    const pages = answeringAll({}, (path) => ({ html: String(rest[path]), etag: "same" }));
    const first = await crawl(pages);
    const of = ({ memory }: typeof first) => memory.verdicts().filter(({ rule }) => rule === "links/relative");
    const said = of(first);
    first.memory.startNextCrawl();
    const next = await crawl(pages, { learnedTraps: first.account.learnedTraps }, { memory: first.memory });
    expect(pagesIn(next).sort()).toEqual(["/", "/bread/", "/cake/", "/contact", "/tea/"]);
    expect(next.fetched.length).toBeLessThan(10);
    expect(of(next)).toEqual(said);
    expect(next.account.notChecked).toMatchObject([{ code: "trap-folders" }]);
  });

  it("are cleared away where an earlier version took them for pages", async () => {
    const memory = createInProcessMemory();
    for (const path of ["bread/cake/", "tea/tea/tea/", "cake/"])
      await memory.recordVisit(makeVisit({ url: HOME + path, depth: 2 }), "old");
    memory.startNextCrawl();
    const { account } = await crawl(siteOf({}), {}, { memory });
    memory.startNextCrawl();
    const result = await crawl(siteOf({}), { learnedTraps: account.learnedTraps }, { memory });
    expect(pagesIn(result).sort()).toEqual(["/", "/bread/", "/cake/", "/contact", "/tea/"]);
    expect(result.fetched.filter((url) => url.includes("/tea/tea"))).toEqual([]);
    expect((await memory.knownPages()).map(({ url }) => url)).not.toContain(`${HOME}bread/cake/`);
  });

  it("are no such thing where each folder has pages of its own", async () => {
    const words = (path: string) => `<p>The ${path.replace(/\W+/g, " and ")} of our house.</p>`;
    const own = Object.fromEntries(
      ["/", "/de/", "/fr/"].flatMap((folder) =>
        ["", "news/", "news/old/", "shop/"].map((part) => {
          const menu = part === "" ? ["news/", "shop/"] : part === "news/" ? ["old/"] : [];
          return [
            folder + part,
            html("Our house", words(folder + part), anchors(menu), folder === "/" ? anchors(["de/", "fr/"]) : ""),
          ];
        }),
      ),
    );
    const result = await crawl({ ...own, "/news/de/": { to: "/de/" } });
    expect(pagesIn(result).sort()).toEqual(Object.keys(own).sort());
    expect(result.memory.verdicts().filter(({ rule }) => rule === "links/relative")).toEqual([]);
    expect(result.account.learnedTraps).toEqual([]);
  });

  it("are no such thing where pages differ in the place that they are about", async () => {
    const places = ["berlin", "new-york", "wien"];
    const hotels = (place: string) =>
      html(
        `Hotels in ${place}`,
        `<h1>Hotels in ${place}</h1><p>We found no hotels in ${place.replace("-", " ")}.</p>`,
        anchors(["hotels/"]),
      );
    const own = Object.fromEntries(
      places.flatMap((place) => [`/${place}/`, `/${place}/hotels/`].map((path) => [path, hotels(place)])),
    );
    const all = {
      "/": html("Hotels", anchors([...places.map((place) => `${place}/`), "hotels/"])),
      "/hotels/": hotels("all"),
      ...own,
    };
    const result = await crawl(all);
    expect(result.memory.verdicts().filter(({ rule }) => rule === "links/relative")).toEqual([]);
    expect(pagesIn(result)).toEqual(expect.arrayContaining(places.map((place) => `/${place}/hotels/`)));
  });

  it("are no such thing where pages share a large menu and little else, however often they are read", async () => {
    const menu = anchors(Array.from({ length: 40 }, (_, at) => `/topic-${"abcdefghij"[at % 10]}${at}`));
    const colours = ["red/", "large/", "cheap/"];
    const paths = ["", ...colours, ...colours.flatMap((one) => colours.filter((two) => two !== one).map((two) => one + two))];
    const own = Object.fromEntries(
      paths.map((path) => {
        const shown = path.split("/").length > 2 ? [] : colours.filter((colour) => colour !== path);
        return [
          `/${path}`,
          html("Shirts", menu, anchors(shown), `<p>We have ${path.split("/").join(" and ") || "all"} shirts of cotton.</p>`),
        ];
      }),
    );
    const first = await crawl(own);
    first.memory.startNextCrawl();
    const next = await crawl(own, { learnedTraps: first.account.learnedTraps }, { memory: first.memory });
    expect(pagesIn(next).sort()).toEqual(Object.keys(own).sort());
    expect(next.account.learnedTraps).toEqual([]);
  });

  it("are no such thing in two versions of one manual", async () => {
    const manual = ["", "install.html", "use.html"].map((part) => [part, `<p>How to ${part || "begin"}.</p>`] as const);
    const own = Object.fromEntries(
      ["/v1/", "/v2/"].flatMap((folder) =>
        manual.map(([part, text]) => [folder + part, html("Manual", anchors(["install.html", "use.html"]), text)]),
      ),
    );
    const result = await crawl({ "/": html("Manuals", anchors(["v1/", "v2/"])), ...own });
    expect(pagesIn(result).sort()).toEqual(["/", ...Object.keys(own)].sort());
  });
});
