import { isNowhere, learnNowhere, type Nowhere } from "../core/checks/links/nowhere.ts";
import { soundsGone } from "../core/checks/links/sounds-gone.ts";
import type { Snapshot } from "../core/page/snapshot.ts";
import type { Rendered } from "../core/page/visit.ts";
import { madeUpAddresses } from "../core/url/made-up-address.ts";
import { type CrawlPlan, checksTexts } from "./crawl-plan.ts";
import { type MadeUpWorld, readMadeUp } from "./read-made-up.ts";

/** True if a page of the Site that was read is what its server shows for addresses that do not exist. */
export type IsNowherePage = (page: { url: string; snapshot: Snapshot; rendered: Rendered | null }) => Promise<boolean>;

/** `title`: the one that both made-up addresses have, where it says that there is nothing. */
type Shown = { nowhere: Nowhere | null; title: string | null };

type Lookup = MadeUpWorld & { plan: Pick<CrawlPlan, "startUrl" | "only"> };

/**
 * Asks each host of the Site, once a Crawl, for two addresses that do not exist, and compares pages with what they show. A server that
 * answers them with 404 is believed from then on. Pages that a browser read are compared with what the browser shows there; where texts
 * are not read at all, their titles are.
 */
export function createNowhereLookup({ plan, ...world }: Lookup): IsNowherePage {
  const known = new Map<string, Promise<Shown | null>>();

  const { ports, signal } = world;
  const read = (address: string, how: Rendered) => readMadeUp(world, address, how);
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
