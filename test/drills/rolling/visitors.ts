import { setTimeout as wait } from "node:timers/promises";

/** Pages that visitors open: from memory, rendered for each, and refused without an account. */
const PAGES = ["/", "/pricing", "/sign-in", "/sign-up", "/bot"];
const BUILD_FILE = /\/_next\/static\/[\w.~/-]+\.(?:js|css)(?:\?dpl=[\w-]+)?/g;

export type VisitorReport = { requests: number; failed: string[]; versions: number; slowestMs: number; p99Ms: number };

/**
 * Sends visitors at a fixed rate, however slow the answers are. Each opens a page and then every file that the page names, as a browser does, so that a page of
 * one version must get its files while the processes are of another. `stop` waits for all answers.
 */
export function sendVisitors(url: string, perSecond: number): { stop(): Promise<VisitorReport> } {
  const times: number[] = [];
  const failed: string[] = [];
  const versions = new Set<string>();
  const underWay = new Set<Promise<void>>();
  let count = 0;

  async function load(path: string): Promise<string> {
    const startedAt = performance.now();
    try {
      const answer = await fetch(`${url}${path}`, { redirect: "manual" });
      const body = await answer.text();
      if (answer.status >= 400) failed.push(`${answer.status} ${path}: ${body.slice(0, 80)}`);
      return body;
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      failed.push(`${path}: ${cause}`);
      return "";
    } finally {
      times.push(performance.now() - startedAt);
    }
  }

  async function visit(page: string): Promise<void> {
    const html = await load(page);
    const files = new Set(html.match(BUILD_FILE) ?? []);
    for (const file of files) versions.add(/dpl=([\w-]+)/.exec(file)?.[1] ?? "");
    await Promise.all([...files].map(load));
  }

  const timer = setInterval(() => {
    const page = PAGES[count % PAGES.length] ?? "/";
    count += 1;
    const visiting = visit(page).finally(() => underWay.delete(visiting));
    underWay.add(visiting);
  }, 1_000 / perSecond);

  return {
    stop: async () => {
      clearInterval(timer);
      while (underWay.size > 0) await Promise.race([Promise.all(underWay), wait(1_000)]);
      const sorted = times.toSorted((a, b) => a - b);
      return {
        requests: times.length,
        failed,
        versions: versions.size,
        slowestMs: Math.round(sorted.at(-1) ?? 0),
        p99Ms: Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
      };
    },
  };
}
