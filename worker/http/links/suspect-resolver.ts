import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { isIpAddress } from "#worker/core/url/private-address.ts";

/** So many domains that do not exist, and none that does: that is our own name server, not the site's links. */
const SUSPICIOUS_DOMAINS = 5;

type Suspicion = {
  /** Gives a verdict on, or holds it back when it says that a domain does not exist. */
  take(verdict: LinkVerdict): void;
  /** Gives on what was held back: as it was, or as not known where no outside name could be looked up at all. */
  settle(): void;
};

/**
 * Doubts "the domain does not exist" until one link check is over: a name server that is out of order says so of every domain. Addresses
 * that are `isOwn` (the site itself) prove nothing about names outside.
 */
export function suspectResolver(give: (verdict: LinkVerdict) => void, isOwn: (url: string) => boolean): Suspicion {
  const held: LinkVerdict[] = [];
  let someoneWasFound = false;
  return {
    take(verdict) {
      const isAbsent = verdict.rule === "links/domain-not-found";
      const wasFound = isAbsent ? verdict.finalUrl !== null : verdict.status !== null;
      if (wasFound && !isOwn(verdict.url) && !isIpAddress(new URL(verdict.url).hostname)) someoneWasFound = true;
      if (isAbsent) held.push(verdict);
      else give(verdict);
    },
    settle() {
      const domains = new Set(held.map(({ url }) => new URL(url).hostname));
      const isBelieved = someoneWasFound || domains.size < SUSPICIOUS_DOMAINS;
      for (const verdict of held) give(isBelieved ? verdict : { ...verdict, ...NOT_KNOWN });
    },
  };
}

const NOT_KNOWN = {
  state: "unknown",
  rule: "links/unknown",
  reason: "We could not look up other domains either, so the fault is probably ours.",
} as const;
