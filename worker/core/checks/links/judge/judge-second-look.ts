import type { LinkVerdict } from "../link-verdict.ts";
import { type BrowserView, judgeBrowserView, judgeRefusedView } from "./judge-browser-view.ts";

/** `isRefused`: the browser learned no more than the HTTP request, so it need not try this host again. */
export type SecondLook = { verdict: LinkVerdict; isRefused: boolean };

/** Judges a target again by the `html` that a browser received. */
export function judgeSecondLook(html: string, verdict: LinkVerdict, seen: Omit<BrowserView, "html">): SecondLook {
  const view = { ...seen, html };
  const judged = judgeBrowserView(verdict.url, view);
  return judged ? { verdict: judged, isRefused: false } : { verdict: judgeRefusedView(verdict, view), isRefused: true };
}
