import { faultAnswer, type LinkAnswer, SOFT_404 } from "#worker/core/checks/links/link-answer.ts";
import { isSameError, type PageSigns, soundLikeError } from "#worker/core/checks/links/page-signs.ts";
import { soft404Probes } from "#worker/core/url/soft-404-probe.ts";
import type { HttpClient } from "../client/http-client.ts";
import { askTarget } from "./ask-target.ts";

/** Looks again at an answer that a visitor could use. @throws the signal's reason when it aborts. */
export type JudgeSoft404 = (address: string, answer: LinkAnswer, signal: AbortSignal) => Promise<LinkAnswer>;

type Shown = { url: string; finalUrl: string | null; signs: PageSigns | null };

/**
 * An answer of 200 that may be none: the page calls itself an error, or the address only led to the front page. Then the host is asked,
 * once, for an address that does not exist. Only where that shows the same, the target is gone; a host that says 404 there is believed.
 */
export function createJudgeSoft404(client: HttpClient): JudgeSoft404 {
  const nowhere = new Map<string, Promise<Shown | null>>();

  const ask = async (origin: string, signal: AbortSignal): Promise<Shown | null> => {
    const [url] = soft404Probes(origin);
    const answer = await askTarget(client, url, { method: "GET", body: "signs", signal });
    return answer.state === "ok" || answer.state === "moved" ? { url, finalUrl: answer.finalUrl, signs: answer.signs } : null;
  };

  return async (address, answer, signal) => {
    if (answer.state !== "ok" && answer.state !== "moved") return answer;
    const { signs, finalUrl, status } = answer;
    const isError = signs !== null && soundLikeError(signs);
    if (!isError && !leadsHome(address, finalUrl)) return answer;
    const { origin } = new URL(address);
    const asking = nowhere.get(origin) ?? ask(origin, signal);
    nowhere.set(origin, asking);
    const shown = await asking;
    if (!shown) return answer;
    if (signs && shown.signs && isSameError({ url: address, signs }, { url: shown.url, signs: shown.signs }))
      return faultAnswer("links/gone-soft", SOFT_404, { status, finalUrl });
    if (finalUrl === null || !leadsHome(address, finalUrl) || finalUrl !== shown.finalUrl) return answer;
    const reason = `This page seems to be gone: its address redirects to the home page of ${new URL(finalUrl).hostname}.`;
    return faultAnswer("links/leads-home", reason, { status, finalUrl });
  };
}

/** From a page inside a site to a front page, its own or another's; a front page may lead to another. */
function leadsHome(address: string, finalUrl: string | null): boolean {
  if (finalUrl === null) return false;
  const [from, to] = [new URL(address), new URL(finalUrl)];
  return isDeep(from) && to.pathname === "/" && to.search === "";
}

function isDeep({ pathname, search }: URL): boolean {
  return search !== "" || !/^\/(?:(?:index|default|home)(?:\.\w+)?\/?|[a-z]{2}(?:[-_][a-z]{2})?\/?)?$/i.test(pathname);
}
