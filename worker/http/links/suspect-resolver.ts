import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { isIpAddress } from "#worker/core/url/private-address.ts";

/** If this many domains do not exist and no other was found, our own resolver is at fault, not the site's links. */
const SUSPICIOUS_DOMAINS = 5;

type Suspicion = {
  /** Passes a verdict on, or holds it back if it says that a domain does not exist and none was found yet. */
  take(verdict: LinkVerdict): void;
  /** Passes on the verdicts held back: unchanged, or as unknown if no other domain could be looked up either. */
  settle(): void;
};

/**
 * Holds "the domain does not exist" back until another domain was found, because a broken resolver says so of every domain. Addresses that are
 * `isOwn` (the site's) prove nothing about other domains.
 */
export function suspectResolver(report: (verdict: LinkVerdict) => void, isOwn: (url: string) => boolean): Suspicion {
  const held: LinkVerdict[] = [];
  let anyWasFound = false;
  return {
    take(verdict) {
      const isAbsent = verdict.rule === "links/domain-not-found";
      const wasFound = isAbsent ? verdict.finalUrl !== null : verdict.status !== null;
      if (wasFound && !isOwn(verdict.url) && !isIpAddress(new URL(verdict.url).hostname)) anyWasFound = true;
      if (anyWasFound) for (const believed of held.splice(0)) report(believed);
      if (isAbsent && !anyWasFound) held.push(verdict);
      else report(verdict);
    },
    settle() {
      const domains = new Set(held.map(({ url }) => new URL(url).hostname));
      const isBelieved = anyWasFound || domains.size < SUSPICIOUS_DOMAINS;
      for (const verdict of held) report(isBelieved ? verdict : { ...verdict, ...NOT_KNOWN });
    },
  };
}

const NOT_KNOWN = {
  state: "unknown",
  rule: "links/unknown",
  reason: "We could not look up other domains either, so the fault is probably ours.",
} as const;
