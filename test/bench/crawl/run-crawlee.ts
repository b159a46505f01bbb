import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const run = promisify(execFile);

const count = z.number();
/** Describes what a peer read. `texts`, `links`: elements with text, and with a target, on all pages. `complete`: pages with all of their text. */
export const contentSchema = z.object({ pages: count, seconds: count, texts: count, links: count, complete: count });

/** `isBuilt`: the content of pages is fetched by scripts. `sign`: a text that each complete page has. */
type Options = { pageLimit: number; executablePath: string; isBuilt: boolean; sign?: string };

/** Crawls a site with Crawlee's PlaywrightCrawler, in a process of its own. */
export async function runCrawlee(addressOf: (name: string) => string, startUrl: string, options: Options) {
  const { pageLimit, executablePath, isBuilt, sign = "" } = options;
  const packages = ["@crawlee/playwright", "playwright"].map(addressOf);
  const script = join(import.meta.dirname, "..", "peers", "crawlee.mjs");
  const settled = isBuilt ? "networkidle" : "load";
  const { stdout } = await run(process.execPath, [
    script,
    ...packages,
    startUrl,
    String(pageLimit),
    executablePath,
    settled,
    sign,
  ]);
  return contentSchema.parse(JSON.parse(stdout));
}
