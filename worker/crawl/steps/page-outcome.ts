import type { PageOutcome } from "#worker/core/crawl/visit.ts";
import type { PageFailure, PageFailureCode } from "#worker/core/page/page-failure.ts";
import type { Reading } from "./read-page.ts";

/** What an address came to that gave nothing to read. `target`: the in-scope address to visit instead. */
export type NothingRead = {
  outcome: Extract<PageOutcome, "gone" | "failed" | "skipped">;
  failure: PageFailure;
  target: string | null;
};

/** `gone` only on the server's own word (404, 410). `skipped` when the address is no page to check; all else is `failed`: nothing is known. */
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

/** Whether what the page says is known from this Crawl. */
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

/** Whether the same request may well succeed a little later. */
export function isTransient(code: PageFailureCode, status: number | null): boolean {
  return TRANSIENT.has(code) || (status !== null && status >= 500);
}
