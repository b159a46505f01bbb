import { faultyAnswer, type LinkAnswer, SOFT_404_REASON } from "#worker/core/checks/links/link-answer.ts";
import { isSameErrorPage, looksLikeErrorPage, type PageTitles } from "#worker/core/checks/links/page-titles.ts";
import { soft404Probes } from "#worker/core/url/soft-404-probe.ts";
import type { HttpClient } from "../client/http-client.ts";
import { requestTarget } from "./request-target.ts";

/** Judges whether a working answer is a soft 404. @throws the signal's reason when it aborts. */
export type JudgeSoft404 = (address: string, answer: LinkAnswer, signal: AbortSignal) => Promise<LinkAnswer>;

type Shown = { url: string; finalUrl: string | null; titles: PageTitles | null };

/**
 * Creates a judge of soft 404s: pages that call themselves an error, and addresses that only redirect to the home page or to a page named
 * like an error. It requests an address that does not exist, once for each host. Only if that shows the same, the target is gone; a host that
 * answers 404 is believed.
 */
export function createJudgeSoft404(client: HttpClient): JudgeSoft404 {
  const probes = new Map<string, Promise<Shown | null>>();

  const requestProbe = async (origin: string, signal: AbortSignal): Promise<Shown | null> => {
    const [url] = soft404Probes(origin);
    const answer = await requestTarget(client, url, { method: "GET", body: "titles", signal });
    return answer.state === "ok" || answer.state === "moved" ? { url, finalUrl: answer.finalUrl, titles: answer.titles } : null;
  };

  return async (address, answer, signal) => {
    if (answer.state !== "ok" && answer.state !== "moved") return answer;
    const { titles, finalUrl, status } = answer;
    const isError = titles !== null && looksLikeErrorPage(titles);
    const isErrorNamed = finalUrl !== null && leadsToError(address, finalUrl);
    if (!isError && !isErrorNamed && !leadsHome(address, finalUrl)) return answer;
    const { origin } = new URL(address);
    const probing = probes.get(origin) ?? requestProbe(origin, signal);
    probes.set(origin, probing);
    const shown = await probing;
    if (!shown) return answer;
    if (titles && shown.titles && isSameErrorPage({ url: address, titles }, { url: shown.url, titles: shown.titles }))
      return faultyAnswer("links/gone-soft", SOFT_404_REASON, { status, finalUrl });
    if (isErrorNamed && shown.finalUrl !== null && placeOf(shown.finalUrl) === placeOf(finalUrl))
      return faultyAnswer("links/gone-soft", SOFT_404_REASON, { status, finalUrl });
    if (finalUrl === null || !leadsHome(address, finalUrl) || finalUrl !== shown.finalUrl) return answer;
    const reason = `This page seems to be gone: its address redirects to the home page of ${new URL(finalUrl).hostname}.`;
    return faultyAnswer("links/leads-home", reason, { status, finalUrl });
  };
}

/** Returns true if a page inside a site redirects to a home page, its own or another site's. A home page may redirect to another. */
function leadsHome(address: string, finalUrl: string | null): boolean {
  if (finalUrl === null) return false;
  const [from, to] = [new URL(address), new URL(finalUrl)];
  return isDeep(from) && to.pathname === "/" && to.search === "";
}

/** Names of pages that servers show in place of a missing one. */
const ERROR_NAME =
  /(?:^|[/_.-])(?:error|errors|404|not-?found|page-?not-?found|missing|oops|fehler|erreur|errore?)(?:[/_.-]|$)/i;

function leadsToError(address: string, finalUrl: string): boolean {
  return ERROR_NAME.test(new URL(finalUrl).pathname) && placeOf(finalUrl) !== placeOf(address);
}

/** Returns an address without its query, which often names the page that is missing. */
function placeOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

function isDeep({ pathname, search }: URL): boolean {
  return search !== "" || !/^\/(?:(?:index|default|home)(?:\.\w+)?\/?|[a-z]{2}(?:[-_][a-z]{2})?\/?)?$/i.test(pathname);
}
