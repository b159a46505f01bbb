import { type BrowserView, needsSecondLook } from "#worker/core/checks/links/judge/judge-browser-view.ts";
import { judgeSecondLook, type SecondLook } from "#worker/core/checks/links/judge/judge-second-look.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";

/** Opens an address in a browser. Null: it showed nothing. Never throws for what a site does. */
export type OpenInBrowser = (url: string, signal: AbortSignal) => Promise<BrowserView | null>;

/** Judges a target by what a browser was shown. Null: it could not be parsed. */
export type JudgeView = (verdict: LinkVerdict, view: BrowserView) => Promise<SecondLook | null>;

const judgeHere: JudgeView = async (verdict, { html, ...seen }) => judgeSecondLook(html, verdict, seen);

type Limits = {
  /** Targets that one Crawl opens in the browser. */
  most: number;
  /** The same for targets that seem broken: a host that is really down takes long to fail. */
  mostBroken: number;
  /** Targets of one host: where the first are refused, the others will be, too. */
  ofOneHost: number;
  /** At a time. */
  atATime: number;
};

const LIMITS: Limits = { most: 30, mostBroken: 10, ofOneHost: 3, atATime: 2 };

/**
 * Yields verdicts, after opening in a browser the targets that may treat programs differently: last of all, first the unknown ones, then
 * those that seem broken. A target that refuses the browser, too, stays unknown until the next Crawl, and its host is not opened again.
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
