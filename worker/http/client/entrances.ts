import { LRUCache } from "lru-cache";
import { createRedirectCookies, type RedirectCookies } from "./redirect-cookies.ts";

/**
 * Remembers sites that lead visitors without their cookie to an entrance first: the home page, a consent, an age check. Visitors have that
 * cookie by the time they follow a link.
 */
export type Entrances = {
  /** Returns the cookies for a chain of requests that begins at `url`: none, or those that let earlier ones in. */
  cookiesFor(url: string): RedirectCookies;
  /** Returns true if a chain that ended at `landed` may get further with the cookies that it set there. */
  mayEnter(url: string, landed: string): boolean;
  /** Notes whether the cookies made a difference. */
  note(url: string, cookies: RedirectCookies, isIn: boolean): void;
};

/** Chains of one host that are tried again without success before its redirects are believed. */
const MOST_TRIED = 5;
const MOST_HOSTS = 1_000;
/** Names of pages that sites show before all others. */
const GATE =
  /(?:^|[/_.-])(?:cookies?|consent|welcome|age|splash|intro|enter|entrance|gate|lang|language|country|region|session)(?:[/_.-]|$)/i;
const HOME = /^\/(?:(?:index|default|home)(?:\.\w+)?|[a-z]{2}(?:[-_][a-z]{2})?)?\/?$/i;

export function createEntrances(): Entrances {
  const hosts = new LRUCache<string, { tried: number; cookies: RedirectCookies | null }>({ max: MOST_HOSTS });
  const hostOf = (url: string) => new URL(url).host;
  return {
    cookiesFor: (url) => hosts.get(hostOf(url))?.cookies ?? createRedirectCookies(),
    mayEnter: (url, landed) => {
      const known = hosts.get(hostOf(url));
      return !known?.cookies && (known?.tried ?? 0) < MOST_TRIED && isEntrance(new URL(url), new URL(landed));
    },
    note: (url, cookies, isIn) => {
      const tried = hosts.get(hostOf(url))?.tried ?? 0;
      hosts.set(hostOf(url), isIn ? { tried, cookies } : { tried: tried + 1, cookies: null });
    },
  };
}

function isEntrance(from: URL, to: URL): boolean {
  if (from.host !== to.host || from.pathname === to.pathname) return false;
  return !HOME.test(from.pathname) && (HOME.test(to.pathname) || GATE.test(to.pathname));
}
