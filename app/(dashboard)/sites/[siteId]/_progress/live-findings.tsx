"use client";

import { FoundList } from "./found-list.tsx";
import { useLiveFindings } from "./use-live-findings.ts";

/** The mistakes that a first Crawl has found so far and that are sure without the rest of the site. */
export function LiveFindings({ crawlId, isRunning }: { crawlId: string; isRunning: boolean }) {
  const findings = useLiveFindings(crawlId, isRunning);
  return (
    <section aria-labelledby="found-so-far" className="mt-6 border-t border-line pt-5">
      <h3 id="found-so-far" className="font-semibold">
        Found so far
      </h3>
      <p className="mt-0.5 text-sm text-muted">
        Only what is sure already. We settle the list when the crawl ends: then we know the site’s own words and its links.
      </p>
      {findings.length === 0 ? (
        <p className="mt-3 text-muted">{isRunning ? "Nothing yet." : "We have not read any page yet."}</p>
      ) : (
        <FoundList findings={findings} />
      )}
    </section>
  );
}
