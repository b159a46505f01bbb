import { type BrowserView, needsSecondLook } from "#worker/core/checks/links/judge-browser-view.ts";
import { judgeSecondLook, type SecondLook } from "#worker/core/checks/links/judge-second-look.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";

/** Opens an address in a browser; null where it showed nothing. Never throws for what a site does. */
export type OpenInBrowser = (url: string, signal: AbortSignal) => Promise<BrowserView | null>;

/** Judges a target by what a browser was shown; null where that could not be taken apart. */
export type JudgeView = (verdict: LinkVerdict, view: BrowserView) => Promise<SecondLook | null>;

const judgeHere: JudgeView = async (verdict, { html, ...seen }) => judgeSecondLook(html, verdict, seen);

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
  judge: JudgeView = judgeHere,
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
    const judged = view && (await judge(verdict, view));
    if (!judged || judged.isRefused) refusing.add(host);
    return judged?.verdict ?? verdict;
  };
  const held = [...unknown, ...broken];
  for (let index = 0; index < held.length; index += limits.atATime)
    yield* await Promise.all(held.slice(index, index + limits.atATime).map(look));
}
