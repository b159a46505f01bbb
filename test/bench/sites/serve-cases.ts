import { createServer } from "node:http";

/** Texts served as a web site: paragraphs on numbered pages, and a start page that links to them. */
export type CasesSite = {
  url: string;
  pages: number;
  /** Returns the index of the case at a position in a report; null if there is none (the start page). */
  caseAt(url: string, selector: string): number | null;
  close(): Promise<void>;
};

type Options = {
  /** BCP 47 tag that the pages declare. */
  lang: string;
  /** Cases per page. */
  perPage?: number;
};

/** Serves each case as a paragraph, on loopback. */
export async function serveCases(cases: readonly string[], { lang, perPage = 20 }: Options): Promise<CasesSite> {
  const pages = Array.from({ length: Math.ceil(cases.length / perPage) }, (_, page) => {
    const paragraphs = cases
      .slice(page * perPage, (page + 1) * perPage)
      .map((text, at) => `<p id="c${at}">${escaped(text)}</p>`);
    return htmlPage(lang, paragraphs.join("\n"));
  });
  const start = htmlPage(lang, pages.map((_, page) => `<a href="/${page}.html">${page}</a>`).join("\n"));
  const server = createServer(({ url = "/" }, response) => {
    const html = url === "/" ? start : pages[Number(/^\/(\d+)\.html$/.exec(url)?.[1] ?? Number.NaN)];
    response.writeHead(html === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(html ?? "");
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    pages: pages.length + 1,
    caseAt: (url, selector) => {
      const page = /\/(\d+)\.html$/.exec(url)?.[1];
      const at = /^#c(\d+)/.exec(selector)?.[1];
      return page === undefined || at === undefined ? null : Number(page) * perPage + Number(at);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function htmlPage(lang: string, body: string): string {
  return `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><title></title></head><body><main>\n${body}\n</main></body></html>\n`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
