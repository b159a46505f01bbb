import { createServer } from "node:http";

/** A site of many small pages, each leading to the next two, whose answers a test can hold back. */
export type LinkedSite = {
  /** Address of the first page. */
  url: string;
  /** Paths that were asked for with GET, in order. */
  read: string[];
  /** Holds back all answers after this many pages more. Resolves when a request is held. */
  holdAfter(pages: number): Promise<void>;
  /** Answers everything that is held, and from now on. */
  release(): void;
  close(): Promise<void>;
};

/** Each page has a text of its own; every tenth, from the first, says "recieve". */
export async function serveLinkedSite(pages: number): Promise<LinkedSite> {
  const read: string[] = [];
  let left = Number.POSITIVE_INFINITY;
  let onHeld: () => void = () => undefined;
  const held: (() => void)[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const number = path === "/" ? 0 : Number(/^\/(\d+)$/.exec(path)?.[1] ?? Number.NaN);
    if (request.method === "GET" && number < pages) read.push(path);
    const answer = () => {
      if (!(number < pages)) return void response.writeHead(404).end();
      response.writeHead(200, { "content-type": "text/html" }).end(request.method === "HEAD" ? "" : pageOf(number, pages));
    };
    if (!(number < pages) || left-- > 0) return answer();
    held.push(answer);
    onHeld();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    read,
    holdAfter: (count) =>
      new Promise((resolve) => {
        left = count;
        onHeld = resolve;
      }),
    release() {
      left = Number.POSITIVE_INFINITY;
      for (const answer of held.splice(0)) answer();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pageOf(number: number, pages: number): string {
  const next = [number + 1, number + 2]
    .filter((other) => other < pages)
    .map((other) => `<a href="/${other}">page ${other}</a>`);
  const said = number % 10 === 0 ? `You will recieve loaf ${number}.` : `Loaf ${number} is fresh.`;
  return `<!doctype html><html lang="en"><title>Page ${number}</title><main><p>${said}</p><p>Go on: ${next.join(", ")}</p></main></html>`;
}
