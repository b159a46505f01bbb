import { isIpAddress } from "../../url/private-address.ts";
import type { LinkAnswer } from "./link-answer.ts";

const HOUR_MS = 3_600_000;

/**
 * For how long an answer counts for every site that links to the address, in milliseconds; null where it counts for the one that asked.
 * What works is asked about once a day; what is gone may be mended soon. Faults that must be seen twice, and those that may be ours (no
 * answer at all), are for each site to see.
 */
export function sharedForMs({ state, rule, status }: Pick<LinkAnswer, "state" | "rule" | "status">): number | null {
  if (state === "ok" || state === "moved") return 20 * HOUR_MS;
  if (rule === "links/not-found" || rule === "links/gone-soft") return 2 * HOUR_MS;
  return rule === "links/unknown" && status !== null ? 4 * HOUR_MS : null;
}

/** True if an address may be asked for all sites at once: a public name, and no password in it. */
export function isShareable(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || `${url.username}${url.password}` !== "") return false;
  return (
    url.hostname.includes(".") && !isIpAddress(url.hostname) && !/\.(?:local|internal|lan|home|localhost)$/.test(url.hostname)
  );
}
