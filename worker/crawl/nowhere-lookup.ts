import { isNowhere, learnNowhere, type Nowhere } from "../core/checks/links/nowhere.ts";
import { soundsGone } from "../core/checks/links/sounds-gone.ts";
import { extractPage } from "../core/page/extract-page.ts";
import type { Snapshot } from "../core/page/snapshot.ts";
import type { Rendered } from "../core/page/visit.ts";
import { madeUpAddresses } from "../core/url/made-up-address.ts";
import { type CrawlPlan, checksTexts } from "./crawl-plan.ts";
import type { CrawlPorts, Robots } from "./crawl-ports.ts";

/** Whether a page of the Site that was read is what its server shows for addresses that do not exist. */
export type IsNowherePage = (page: { url: string; snapshot: Snapshot; rendered: Rendered | null }) => Promise<boolean>;

/** `title`: the one that both made-up addresses have, where it says that there is nothing. */
type Shown = { nowhere: Nowhere | null; title: string | null };

type Lookup = {
  plan: Pick<CrawlPlan, "startUrl" | "only">;
  ports: Pick<CrawlPorts, "fetchPage" | "renderPage" | "onFault">;
  robotsOf(url: string): Promise<Robots>;
  signal: AbortSignal;
};

/**
 * Asks each host of the Site, once a Crawl, for two addresses that do not exist, and compares pages with what they show. A server that
 * answers them with 404 is believed from then on. Pages that a browser read are compared with what the browser shows there; where texts
 * are not read at all, their titles are.
 */
export function createNowhereLookup({ plan, ports, robotsOf, signal }: Lookup): IsNowherePage {
  const known = new Map<string, Promise<Shown | null>>();

  const read = async (address: string, how: Rendered) => {
    if (!(await robotsOf(address)).isAllowed(address)) return null;
    const answer = await ports.fetchPage(address, { validators: null, signal });
    if (answer.kind !== "html" || answer.status !== 200) return null;
    if (how === "http") return extractPage(answer.html, { url: answer.url });
    const page = await ports.renderPage?.(address, { signal });
    return page?.kind === "html" ? extractPage(page.html, { url: page.baseUrl }) : null;
  };
  const learn = async (origin: string, how: Rendered): Promise<Shown | null> => {
    const [first, second] = madeUpAddresses(origin);
    const one = await read(first, how);
    const other = one && (await read(second, how));
    const title = one?.title === other?.title && soundsGone(one?.title ?? "") ? (one?.title ?? null) : null;
    return one && other && { nowhere: learnNowhere(one.blocks, other.blocks), title };
  };
  /** A fault of ours here must not cost the Crawl: then nothing is compared. */
  const learnSafely = (origin: string, how: Rendered) =>
    learn(origin, how).catch((error: unknown) => {
      if (!signal.aborted) ports.onFault(error, origin);
      return null;
    });

  return async ({ url, snapshot, rendered }) => {
    if (!plan.only.includes("links") || url === plan.startUrl || rendered === null) return false;
    const { origin } = new URL(url);
    const key = `${rendered} ${origin}`;
    const learning = known.get(key) ?? learnSafely(origin, rendered);
    known.set(key, learning);
    const shown = await learning;
    if (!checksTexts(plan)) return shown?.title != null && shown.title === snapshot.title;
    return shown?.nowhere ? isNowhere(shown.nowhere, snapshot.blocks) : false;
  };
}
