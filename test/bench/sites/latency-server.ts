import { createServer } from "node:http";

/**
 * A server of many sites, run as a process: `node test/bench/sites/latency-server.ts <pages> <latency ms>`. Answers on every loopback
 * address (127.0.0.1, 127.0.0.2 …) with a site of that many pages, each after that many milliseconds, and prints its port.
 * Every page has its own text and links to the next ones. The text is Latin, which no check reads, because the benchmark
 * measures how the waiting of several workers adds up, not the number of cores.
 */
const [pages = 40, latencyMs = 200] = process.argv.slice(2).map(Number);
const NOUNS = ["panis", "flumen", "fenestra", "hortus", "littera", "pons", "candela", "forum", "portus", "culina"];
const VERBS = ["amat", "videt", "quaerit", "invenit", "laudat", "timet", "portat"];

const slugOf = (page: number) => [page, page / 10, page / 100].map((at) => NOUNS[Math.floor(at) % 10]).join("-");
const pathOf = (page: number) => (page === 0 ? "/" : `/${slugOf(page)}`);
const pageOf = new Map(Array.from({ length: pages }, (_, page) => [pathOf(page), page]));

function htmlOf(page: number): string {
  const [one, two, three] = slugOf(page).split("-");
  const said = `${one} ${VERBS[page % 7]} ${two}, et ${three} ${VERBS[Math.floor(page / 7) % 7]} ${one}.`;
  const next = Array.from({ length: 8 }, (_, at) => page * 8 + at + 1).filter((other) => other < pages);
  const links = next.map((other) => `<a href="${pathOf(other)}">Alia pagina</a>`).join(" ");
  return `<!doctype html><html lang="la"><title>${one} et ${two}</title><main><p>${said}</p><p>${links}</p></main></html>`;
}

const server = createServer({ keepAlive: true }, (request, response) => {
  setTimeout(() => {
    const page = pageOf.get(request.url ?? "");
    if (page === undefined) response.writeHead(404, { "content-type": "text/html" }).end("<p>There is no such page.</p>");
    else response.writeHead(200, { "content-type": "text/html" }).end(htmlOf(page));
  }, latencyMs);
});
server.listen(0, "0.0.0.0", () => {
  const address = server.address();
  process.stdout.write(`port ${typeof address === "object" ? address?.port : ""}\n`);
});
