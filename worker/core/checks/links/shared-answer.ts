import { isIpAddress } from "../../url/private-address.ts";
import type { LinkAnswer } from "./link-answer.ts";

const HOUR_MS = 3_600_000;

/**
 * Returns for how many milliseconds all sites that link to an address may use an answer; null if only the site that requested
 * it may. Working links are requested once a day; broken ones sooner, as they may be fixed.
 * Failures that must be seen twice or may be ours (no answer at all) are not shared.
 */
export function shareableForMs({ state, rule, status }: Pick<LinkAnswer, "state" | "rule" | "status">): number | null {
  if (state === "ok" || state === "moved" || rule === "links/parked" || rule === "links/maybe-parked") return 20 * HOUR_MS;
  if (rule === "links/not-found" || rule === "links/gone-soft") return 2 * HOUR_MS;
  return rule === "links/unknown" && status !== null ? 4 * HOUR_MS : null;
}

/** True if an answer may be shared between sites: the host name is public and the URL has no password. */
export function isShareable(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || `${url.username}${url.password}` !== "") return false;
  return (
    url.hostname.includes(".") && !isIpAddress(url.hostname) && !/\.(?:local|internal|lan|home|localhost)$/.test(url.hostname)
  );
}
