import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { makeRandom } from "#test/support/make-random.ts";

/** A site whose pages change from version to version in a known way. */
export type ChangingSite = {
  url: string;
  /** Number of pages that were requested since the version was set. */
  pagesRead(): number;
  setVersion(version: number): void;
  close(): void;
};

export const PAGES = 14;
/** Pages whose text is written by a script, so that a browser must read them. */
const SCRIPTED = new Set([5, 11]);
const ANSWER_MS = 15;
/** Changes from one version to the next. */
const CHANGES = 3;
const MISTAKES = [
  ...["recieve", "seperate", "definately", "occured", "adress", "untill", "goverment"],
  ...["enviroment", "begining", "beleive", "calender", "cemetary", "existance", "knowlege"],
];

/** Subjects of the pages, so that they do not look like one text on all pages. */
const BREADS = [
  ...["Rye bread from the stone oven", "Wheat rolls with butter", "Spelt with walnuts", "Barley flat bread"],
  ...["Plaited milk bread for Sunday", "Oat cakes with honey", "Corn bread from the iron pan", "Pumpkin seed rolls"],
  ...["Olive sticks with sea salt", "Potato bread with thyme", "Sweet buns with raisins", "Sourdough in a basket"],
  ...["Almond biscuits for tea", "Apple tart with cinnamon"],
];

/** `host`: the name in its address. `neighbours` returns the addresses of other sites to which its pages link. */
type Options = { host?: string; neighbours?: () => string[] };

/** Serves a site. `seed` decides which of its pages have a mistake or a broken link in which version. */
export async function serveChangingSite(
  seed: number,
  { host = "127.0.0.1", neighbours = () => [] }: Options = {},
): Promise<ChangingSite> {
  let version = 0;
  let read = 0;
  const server = createServer(async (request, response) => {
    const page = request.url === "/" ? 0 : Number(/^\/page-(\d{1,3})$/.exec(request.url ?? "")?.[1] ?? Number.NaN);
    if (page < PAGES && request.method === "GET") read += 1;
    await wait(ANSWER_MS);
    const html = { "content-type": "text/html; charset=utf-8" };
    if (!(page < PAGES)) response.writeHead(404, html).end("<title>Not found</title><p>There is no such page.</p>");
    else response.writeHead(200, html).end(pageOf(page, faultsOf(seed, version), neighbours()));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The site has no port.");
  return {
    url: `http://${host}:${address.port}/`,
    pagesRead: () => read,
    setVersion(next) {
      version = next;
      read = 0;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Pages with a wrong word, and pages with a broken link. */
type Faults = { words: Set<number>; links: Set<number> };

/** Returns the faults of a version: those of the version before with a few that came or went. */
function faultsOf(seed: number, version: number): Faults {
  const random = makeRandom(seed);
  const faults: Faults = { words: new Set([1, 5]), links: new Set([2]) };
  for (let change = 0; change < version * CHANGES; change += 1) {
    const kind = random() < 0.75 ? faults.words : faults.links;
    const page = Math.floor(random() * PAGES);
    if (!kind.delete(page)) kind.add(page);
  }
  return faults;
}

function pageOf(page: number, { words, links }: Faults, neighbours: readonly string[]): string {
  const said = words.has(page) ? `The sign says ${MISTAKES[page]} in red letters.` : "The sign says nothing in red letters.";
  const text = `<p>${BREADS[page]} is ready in the morning. ${said}</p>`;
  const shown = SCRIPTED.has(page)
    ? `<div id="root"></div><script>document.getElementById("root").innerHTML = ${JSON.stringify(text)}</script>`
    : text;
  const others = Array.from({ length: PAGES }, (_, at) => `<li><a href="/page-${at}">Loaf ${at}</a>`);
  const broken = links.has(page) ? `<p><a href="/gone-${page}">The recipe of loaf ${page}</a></p>` : "";
  const neighbour = neighbours[page % neighbours.length];
  const elsewhere = neighbour ? `<p>Our neighbours bake <a href="${neighbour}page-${page}">another loaf</a> as well.</p>` : "";
  return `<!doctype html><html lang="en"><title>Loaf ${page}</title><main><h1>Loaf ${page}</h1>${shown}${broken}${elsewhere}</main><ul>${others.join("")}</ul></html>`;
}
