import { isRequestable } from "#worker/core/page/html/link-attributes.ts";
import type { PageLink } from "#worker/core/page/page-content.ts";
import { makeIsIgnored } from "#worker/core/url/ignored-links.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";
import type { CrawlPlan } from "../crawl-plan.ts";
import type { CrawlPorts } from "../crawl-ports.ts";
import { leadsToPages } from "./discover-links.ts";

/**
 * Asks for what pages use of their own host and is no page (pictures, style sheets, what their heads name) while pages are still read, so
 * that no one waits for the pause before a failure is confirmed.
 */
export type LinkPrefetch = {
  /** Notes what a page uses that is on record now. */
  note(page: string, links: readonly PageLink[]): void;
  /** Takes up no more, and resolves when what is under way is answered. */
  finish(): Promise<void>;
  /** The same, without the answers. */
  stop(): Promise<void>;
};

type World = {
  plan: Pick<CrawlPlan, "only" | "ignoredLinks" | "timeBudgetMs">;
  ports: Pick<CrawlPorts, "prefetchLinks" | "onFault">;
  signal: AbortSignal;
  mayAsk(target: string): Promise<boolean>;
  /** True if it is visited as a page, as far as is known now. */
  isVisited(target: string): boolean;
};

/** Asked in one go: those found meanwhile come next. */
const AT_A_TIME = 50;
/** Addresses that one Crawl looks at for this, and asks; all others are asked when its pages are read. */
const MOST_ADDRESSES = 10_000;
const MOST_ASKED = 500;

export function createLinkPrefetch({ plan, ports, signal, mayAsk, isVisited }: World): LinkPrefetch {
  const stopper = new AbortController();
  const stop = AbortSignal.any([signal, stopper.signal, AbortSignal.timeout(plan.timeBudgetMs)]);
  const isIgnored = makeIsIgnored(plan.ignoredLinks ?? []);
  const seen = new Set<string>();
  const waiting: string[] = [];
  let asked = 0;
  let underWay: Promise<void> | null = null;
  let isOver = !ports.prefetchLinks || !plan.only.includes("links");

  const work = async () => {
    while (waiting.length > 0 && !isOver && !stop.aborted) {
      const targets: string[] = [];
      for (const target of waiting.splice(0, AT_A_TIME)) if (!isVisited(target) && (await mayAsk(target))) targets.push(target);
      asked += targets.length;
      isOver ||= asked >= MOST_ASKED;
      if (targets.length > 0) await ports.prefetchLinks?.(targets, stop);
    }
  };
  /** A fault of ours here costs nothing: all is asked later then. */
  const start = (page: string) => {
    underWay ??= work()
      .catch((error: unknown) => {
        isOver = true;
        if (!stop.aborted) ports.onFault(error, page);
      })
      .finally(() => {
        underWay = null;
      });
  };
  const finish = async () => {
    isOver = true;
    await underWay;
  };

  return {
    note: (page, links) => {
      const { origin } = new URL(page);
      for (const link of links) {
        if (isOver || seen.size >= MOST_ADDRESSES) return;
        const { url } = link;
        if (!url.startsWith(`${origin}/`) || url.includes("#") || seen.has(url) || !isRequestable(link)) continue;
        seen.add(url);
        if (!(leadsToPages(link) && mayBePage(url)) && !isIgnored(url)) waiting.push(url);
      }
      if (waiting.length > 0) start(page);
    },
    finish,
    stop: () => {
      stopper.abort();
      return finish();
    },
  };
}
