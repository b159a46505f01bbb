import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

const DELAY_MS = 150;

/** Serves a site of `pages` pages, each after a moment, so that a crawl is under way for a while. Each page has one spelling mistake. */
export async function serveSlowSite(pages: number): Promise<{ url: string; host: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const [, number = "0"] = /^\/page-(\d{1,4})$/.exec(request.url ?? "") ?? [];
    const isPage = request.url === "/" || (Number(number) > 0 && Number(number) < pages);
    await wait(DELAY_MS);
    if (!isPage) {
      response.writeHead(404, { "content-type": "text/html" }).end("<title>Not found</title><p>There is no such page.");
      return;
    }
    const links = Array.from({ length: pages - 1 }, (_, index) => `<li><a href="/page-${index + 1}">Page ${index + 1}</a>`);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(
      `<!doctype html><html lang="en"><title>Page ${number}</title><h1>Page ${number}</h1>
      <p>This is the page with the number ${number}, and it contains a mistkae that a person should correct.</p><ul>${links.join("")}</ul>`,
    );
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const host = typeof address === "object" && address ? `127.0.0.1:${address.port}` : "";
  return { url: `http://${host}/`, host, close: () => server.closeAllConnections() };
}
