import type { PageOutcome } from "#worker/core/crawl/visit.ts";
import type { PageFailure, PageFailureCode } from "#worker/core/page/page-failure.ts";
import type { Reading } from "./read-page.ts";

/** The result for an address that gave nothing to read. `target`: the in-scope address to visit instead. */
export type NothingRead = {
  outcome: Extract<PageOutcome, "gone" | "failed" | "skipped">;
  failure: PageFailure;
  target: string | null;
};

/** Returns `gone` only if the server says so (404, 410), `skipped` if the address is no page to check, and else `failed`: nothing is known. */
export function outcomeOf(
  reading: Extract<Reading, { kind: "elsewhere" | "nothing" }>,
  isInScope: (url: string) => boolean,
): NothingRead {
  if (reading.kind === "elsewhere") return elsewhere(reading.target, isInScope(reading.target));
  const { status, failure } = reading;
  if (status === 404 || status === 410) return { outcome: "gone", failure, target: null };
  const isNoPage = failure.code === "robots" || failure.code === "not-html";
  return { outcome: isNoPage ? "skipped" : "failed", failure, target: null };
}

function elsewhere(target: string, inScope: boolean): NothingRead {
  const failure: PageFailure = inScope
    ? { code: "duplicate", message: `This address redirects to ${target}, so we check that one instead.` }
    : { code: "out-of-scope", message: `This address redirects to ${target}, which is not part of this site.` };
  return { outcome: "skipped", failure, target: inScope ? target : null };
}

/** Returns true if this Crawl knows what the page says. */
export function isReadOutcome(outcome: PageOutcome | undefined): boolean {
  return outcome === "new" || outcome === "changed" || outcome === "unchanged";
}

const TRANSIENT = new Set<PageFailureCode>([
  "dns",
  "refused",
  "connection",
  "timeout",
  "truncated",
  "rate-limited",
  "browser-crash",
  "browser-timeout",
]);

/** Returns true if the same request may well succeed a little later. */
export function isTransient(code: PageFailureCode, status: number | null): boolean {
  return TRANSIENT.has(code) || (status !== null && status >= 500);
}
