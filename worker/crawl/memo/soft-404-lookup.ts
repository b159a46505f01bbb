import { isSoft404Page, learnSoft404Page, type Soft404Page } from "#worker/core/checks/links/soft-404-page.ts";
import { soundsLikeNotFound } from "#worker/core/checks/links/sounds-like-not-found.ts";
import type { Rendered } from "#worker/core/crawl/visit.ts";
import type { Snapshot } from "#worker/core/page/snapshot/snapshot.ts";
import { soft404Probes } from "#worker/core/url/soft-404-probe.ts";
import { type CrawlPlan, checksTexts } from "../crawl-plan.ts";
import { type ProbeWorld, readSoft404Probe } from "./read-soft-404-probe.ts";

/** Returns true if a page shows what its server shows for addresses that do not exist. */
export type IsSoft404 = (page: { url: string; snapshot: Snapshot; rendered: Rendered | null }) => Promise<boolean>;

/** The pages that a host shows for its soft-404 probes. `title`: the one that both have, if it says that the page does not exist. */
type ProbedHost = { page: Soft404Page | null; title: string | null };

type Lookup = ProbeWorld & { plan: Pick<CrawlPlan, "startUrl" | "only"> };

/**
 * Requests two addresses that do not exist from each host of the Site, once a Crawl, and compares pages with what they show. A server
 * that answers 404 is believed from then on. Pages that the browser read are compared with what it shows there, and titles alone where
 * texts are not read at all.
 */
export function createSoft404Lookup({ plan, ...world }: Lookup): IsSoft404 {
  const known = new Map<string, Promise<ProbedHost | null>>();

  const { ports, signal } = world;
  const read = (address: string, how: Rendered) => readSoft404Probe(world, address, how);
  const learn = async (origin: string, how: Rendered): Promise<ProbedHost | null> => {
    const [first, second] = soft404Probes(origin);
    const one = await read(first, how);
    const other = one && (await read(second, how));
    const title = one?.title === other?.title && soundsLikeNotFound(one?.title ?? "") ? (one?.title ?? null) : null;
    return one && other && { page: learnSoft404Page(one.blocks, other.blocks), title };
  };
  /** A fault of ours must not end the Crawl: without a probe, nothing is compared. */
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
    return shown?.page ? isSoft404Page(shown.page, snapshot.blocks) : false;
  };
}
