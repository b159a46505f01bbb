import type { IncomingMessage } from "node:http";
import { PUBLIC_PAGES } from "./public-pages.ts";

/** Cookies of a signed-in visitor, whose pages have other links. */
const SESSION = /(?:^|[;\s.])session_token=/;

/**
 * Returns the path of a public page if a request is for that page as everyone sees it: not by Next's router, which loads data instead of
 * HTML, and not by someone who is signed in. Null for all others, which Next answers.
 */
export function publicPath({ method, url = "", headers }: IncomingMessage): string | null {
  if (method !== "GET" && method !== "HEAD") return null;
  if (headers.rsc !== undefined || headers["next-action"] !== undefined) return null;
  if (headers.cookie !== undefined && SESSION.test(headers.cookie)) return null;
  return PUBLIC_PAGES.has(url) ? url : null;
}
