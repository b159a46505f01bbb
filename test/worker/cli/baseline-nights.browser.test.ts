import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { expect, it } from "vitest";
import { parseArguments } from "#worker/cli/arguments.ts";
import { openCheck } from "#worker/cli/open-check.ts";

/** Pages by their path on one night; every other address is missing. */
type Night = (night: number) => Partial<Record<string, string>>;

const html = (title: string, ...parts: string[]) =>
  `<!doctype html><html lang="en"><title>${title}</title><body><h1>${title}</h1>${parts.join("\n")}</body></html>`;
const link = (href: string, text: string) => `<p><a href="${href}">${text}</a></p>`;
const key = (night: number, part: string) => createHash("md5").update(`${night} ${part}`).digest("hex");
const ABOUT = html("About", "<p>We bake all night long.</p>");

/** Crawls a site on several nights with the command's own parts, and returns what each night told. */
async function crawlNights(site: Night, nights: number, only: string): Promise<string[][]> {
  let night = 0;
  const server = createServer((request, response) => {
    const pages = site(night);
    const page = pages[request.url ?? "/"] ?? (request.url === "/robots.txt" ? undefined : pages.everything);
    response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(page ?? html("Page not found"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const url = `http://127.0.0.1:${address.port}/`;
  const folder = await mkdtemp(join(tmpdir(), "nights-"));
  const options = ["--allow-private", "--no-browser", "--only", only, "--baseline", join(folder, "site.json")];
  const check = await openCheck([url], parseArguments([url, ...options]), {
    appUrl: "https://flawless.example",
    configuredBrowser: undefined,
    log: pino({ level: "silent" }),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const told: string[][] = [];
  try {
    for (; night < nights; night += 1) {
      const { changes = [] } = (await check.check(url)).report;
      const isFirst = night === 0;
      const news = changes.filter(({ quiet }) => isFirst || !quiet);
      told.push(news.map(({ event, text }) => `${event} ${text.replace(url, "/")}`).sort());
    }
  } finally {
    await check.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
  return told;
}

const QUOTES = ["The best bread in the harbour.", "You will recieve more than you pay for.", "My children love it."];
const LIST = html("List", "<p>You will recieve it warm.</p>", link("/lost", "Old list"));
const SHOP = html("Shop", "<p>Fresh every morning.</p>", link("/list", "List"));
const NOT_FOUND = html("Page not found", "<p>We could not find what you asked for.</p>", link("/", "Home"));

it.each<[string, Night, { nights: number; only: string; first: string[] }]>([
  [
    "a wall or a notice of maintenance in place of every page, with 200",
    (night) => {
      if (night === 1) return { everything: html("One moment", "<p>Please show that you are a person.</p>") };
      if (night === 3) return { everything: html("Maintenance", "<p>We are back in an hour.</p>") };
      return { "/": SHOP, "/list": LIST };
    },
    { nights: 5, only: "spelling,links", first: ["opened /lost", "opened recieve"] },
  ],
  [
    "a counter beside slips",
    (night) => ({
      "/": html(
        "Shop",
        `<p>Of the the ${1204 + night * 131} visitors many came by ship.</p>`,
        `<p>We was open for ${304 + night * 131} days without a break.</p>`,
      ),
    }),
    { nights: 3, only: "grammar", first: ["opened the the", "opened was"] },
  ],
  [
    "a mistake in one of three quotes that take turns",
    (night) => ({ "/": html("Shop", `<blockquote>${QUOTES[(night + 1) % 3]}</blockquote>`) }),
    { nights: 7, only: "spelling", first: ["opened recieve"] },
  ],
  [
    "broken links with another token each night",
    (night) => ({
      "/": html(
        "Shop",
        `<img src="/oven.jpg?v=${1764300000 + night * 86400}" alt="The oven">`,
        link(`/menu?file=menu&token=${key(night, "menu")}`, "Menu"),
        link(`/vote?_wpnonce=${key(night, "vote").slice(0, 10)}`, "Vote"),
        link(`/plan?X-Amz-Date=2026110${night}T000000Z&X-Amz-Signature=${key(night, "plan")}`, "Plan"),
      ),
    }),
    { nights: 3, only: "links", first: ["/menu", "/oven.jpg", "/plan", "/vote"].map((path) => `opened ${path}`) },
  ],
  [
    "a broken link with other keys at two levels each night",
    (night) => {
      const [visit, place] = ["visit", "place"].map((part) => `x${key(night, part).slice(0, 5)}`);
      return { "/": html("Shop", link(`/v-${visit}/p-${place}/prices.pdf`, "Prices")) };
    },
    { nights: 4, only: "links", first: ["opened prices.pdf"] },
  ],
  [
    "links to missing pages on a site that answers each of them with 200",
    () => ({
      "/": html("Shop", link("/lost", "Old list"), link("/lost#rye", "Old rye"), link("/bread", "Bread")),
      "/bread": html("Bread", "<p>We bake rye and spelt.</p>", link("/lost", "Old list"), link("/sold", "Sold")),
      everything: NOT_FOUND,
    }),
    { nights: 3, only: "spelling,links", first: ["opened /lost", "opened /sold"] },
  ],
])("is told once: %s", { timeout: 120_000 }, async (_what, site, { nights, only, first }) => {
  const told = await crawlNights((night) => ({ "/about": ABOUT, ...site(night) }), nights, only);
  const named = told[0]?.map((line) => line.replace(/\?.*$/, "").replace(/ \/v-.*\//, " "));
  expect(named).toEqual(first);
  expect(told.slice(1).filter((lines) => lines.length > 0)).toEqual([]);
});
