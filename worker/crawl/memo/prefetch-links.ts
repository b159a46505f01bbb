import { neededAt, type TargetUse } from "#worker/core/checks/links/target-use.ts";
import { isRequestable } from "#worker/core/page/html/link-attributes.ts";
import type { PageLink } from "#worker/core/page/page-content.ts";
import { makeIsIgnored } from "#worker/core/url/ignored-links.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";
import type { CrawlPlan } from "../crawl-plan.ts";
import type { CrawlPorts } from "../crawl-ports.ts";
import { leadsToPages } from "./discover-links.ts";

/**
 * Requests the files that pages use from their own host (pictures, style sheets, addresses in their heads) while other pages are still
 * read, so that the pause before a failure is confirmed costs no time at the end.
 */
export type LinkPrefetch = {
  /** Notes the links of a page that is on record. */
  note(page: string, links: readonly PageLink[]): void;
  /** Starts no more requests, and resolves when those under way are answered. */
  finish(): Promise<void>;
  /** Starts no more requests, and aborts those under way. */
  stop(): Promise<void>;
};

type World = {
  plan: Pick<CrawlPlan, "only" | "ignoredLinks" | "timeBudgetMs">;
  ports: Pick<CrawlPorts, "prefetchLinks" | "prepareHost" | "onFault">;
  signal: AbortSignal;
  mayRequest(target: string): Promise<boolean>;
  /** True if the Crawl visits this address as a page, as far as is known now. */
  isVisited(target: string): boolean;
};

/** Targets requested in one go. Those found meanwhile come next. */
const AT_A_TIME = 50;
/** Addresses that one Crawl considers for prefetching, and those that it requests. All others are requested when its pages are read. */
const MOST_ADDRESSES = 10_000;
const MOST_REQUESTED = 500;
/** Hosts whose names are looked up ahead. */
const MOST_HOSTS = 500;

export function createLinkPrefetch({ plan, ports, signal, mayRequest, isVisited }: World): LinkPrefetch {
  const stopper = new AbortController();
  const stop = AbortSignal.any([signal, stopper.signal, AbortSignal.timeout(plan.timeBudgetMs)]);
  const isIgnored = makeIsIgnored(plan.ignoredLinks ?? []);
  const seen = new Set<string>();
  const uses = new Map<string, TargetUse>();
  const waiting: string[] = [];
  const hosts = new Set<string>();
  let requested = 0;
  let underWay: Promise<void> | null = null;
  let isOver = !ports.prefetchLinks || !plan.only.includes("links");

  const work = async () => {
    while (waiting.length > 0 && !isOver && !stop.aborted) {
      const targets: string[] = [];
      for (const target of waiting.splice(0, AT_A_TIME))
        if (!isVisited(target) && (await mayRequest(target))) targets.push(target);
      requested += targets.length;
      isOver ||= requested >= MOST_REQUESTED;
      if (targets.length > 0) await ports.prefetchLinks?.(targets, stop, (target) => uses.get(target) ?? null);
    }
  };
  /** After a fault of ours nothing more is prefetched: all targets are requested at the end. */
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
  /** A name that does not exist may take seconds to look up, so this begins while pages are read. */
  const prepare = (url: string) => {
    const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:[\]]+)/.exec(url)?.[1];
    if (host === undefined || hosts.size >= MOST_HOSTS || hosts.has(host)) return;
    hosts.add(host);
    if (!isIgnored(url)) ports.prepareHost?.(host);
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
        if (!url.startsWith(`${origin}/`)) prepare(url);
        if (!url.startsWith(`${origin}/`) || url.includes("#") || !isRequestable(link)) continue;
        const needs = neededAt(link);
        if (needs && !uses.has(url)) uses.set(url, { needs, page });
        if (seen.has(url)) continue;
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
