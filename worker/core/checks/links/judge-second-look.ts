import { type BrowserView, judgeBrowserView, judgeTurnedAway } from "./judge-browser-view.ts";
import type { LinkVerdict } from "./link-verdict.ts";

/** `isRefused`: the browser was told no more than the program was, so it need not ask the host again. */
export type SecondLook = { verdict: LinkVerdict; isRefused: boolean };

/** The verdict on a target after a browser was shown `html` there. */
export function judgeSecondLook(html: string, verdict: LinkVerdict, seen: Omit<BrowserView, "html">): SecondLook {
  const view = { ...seen, html };
  const judged = judgeBrowserView(verdict.url, view);
  return judged ? { verdict: judged, isRefused: false } : { verdict: judgeTurnedAway(verdict, view), isRefused: true };
}
