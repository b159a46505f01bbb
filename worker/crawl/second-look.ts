import type { LinkVerdict } from "../core/checks/link-verdict.ts";
import {
  type BrowserView,
  judgeBrowserView,
  judgeTurnedAway,
  needsSecondLook,
} from "../core/checks/links/judge-browser-view.ts";

/** Opens an address in a browser; null where it showed nothing. Never throws for what a site does. */
export type OpenInBrowser = (url: string, signal: AbortSignal) => Promise<BrowserView | null>;

type Limits = {
  /** Targets that one Crawl opens in the browser. */
  most: number;
  /** The same of those that seem broken: a host that is really down takes long to say so. */
  mostBroken: number;
  /** Targets of one host: where the first are refused, the others are too. */
  ofOneHost: number;
  /** At a time. */
  atATime: number;
};

const LIMITS: Limits = { most: 30, mostBroken: 10, ofOneHost: 3, atATime: 2 };

/**
 * Verdicts with a second look at those targets that would not tell a program: when all others are through, they are opened in a browser,
 * and then those that seem broken in a way that may be meant for programs. What that is refused too stays unknown, and is asked again at
 * the next Crawl. A host that turns the browser away is left alone.
 */
export async function* withSecondLook(
  verdicts: AsyncIterable<LinkVerdict>,
  open: OpenInBrowser,
  signal: AbortSignal,
  limits: Limits = LIMITS,
): AsyncGenerator<LinkVerdict, void, undefined> {
  const unknown: LinkVerdict[] = [];
  const broken: LinkVerdict[] = [];
  const ofHost = new Map<string, number>();
  for await (const verdict of verdicts) {
    const { host } = new URL(verdict.url);
    const before = ofHost.get(host) ?? 0;
    const isBroken = verdict.state === "broken";
    const [held, most] = isBroken ? [broken, limits.mostBroken] : [unknown, limits.most];
    if (!needsSecondLook(verdict) || held.length >= most || before >= limits.ofOneHost) {
      yield verdict;
      continue;
    }
    ofHost.set(host, before + 1);
    held.push(verdict);
  }
  const refusing = new Set<string>();
  const look = async (verdict: LinkVerdict): Promise<LinkVerdict> => {
    const { host } = new URL(verdict.url);
    if (signal.aborted || refusing.has(host)) return verdict;
    const view = await open(verdict.url, signal);
    const judged = view && judgeBrowserView(verdict.url, view);
    if (!judged) refusing.add(host);
    return judged ?? (view ? judgeTurnedAway(verdict, view) : verdict);
  };
  const held = [...unknown, ...broken];
  for (let index = 0; index < held.length; index += limits.atATime)
    yield* await Promise.all(held.slice(index, index + limits.atATime).map(look));
}
