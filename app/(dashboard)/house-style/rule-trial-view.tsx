"use client";

import { useEffect, useRef } from "react";
import { Banner } from "#app/_components/banner.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import type { RuleTrial, TrialMatch } from "#prisma/queries/style/find-rule-matches.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { MarkedExcerpt } from "../sites/[siteId]/_issues/marked-excerpt.tsx";

/** Shows the matches of rules before they are added: each in its sentence, with its page. */
export function RuleTrialView({ trial }: { trial: RuleTrial }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes to each new result
  useEffect(() => heading.current?.focus(), [trial]);
  return (
    <section aria-labelledby="trial" className="space-y-3 border-t border-line pt-4">
      <h3 id="trial" ref={heading} tabIndex={-1} className="rounded font-semibold">
        {headlineOf(trial)}
      </h3>
      {trial.isPartial && (
        <Banner tone="warning">
          Your sites have more text than we can try at once, so there may be more. Once added, the rules are compared with all
          of it.
        </Banner>
      )}
      <ul className="divide-y divide-line rounded-control border border-line empty:hidden">
        {trial.samples.map((match) => (
          <SampleRow key={`${match.url} ${match.text} ${match.excerpt}`} match={match} />
        ))}
        {trial.lackingSamples.map((match) => (
          <LackingRow key={`${match.url} ${match.text}`} match={match} />
        ))}
      </ul>
      {trial.hasMore && (
        <p className="text-sm text-muted">
          These are the first {formatCount(trial.samples.length)} different sentences; there are more.
        </p>
      )}
    </section>
  );
}

function headlineOf({ matches, pages, lacking }: RuleTrial): string {
  const found = matches > 0 ? `${plural(matches, "match", "matches")} on ${plural(pages, "page")}` : "";
  const missing = lacking > 0 ? `missing on ${plural(lacking, "page")}` : "";
  const both = [found, missing].filter(Boolean).join(", ");
  return both === "" ? "Nothing on your pages breaks these rules." : both.charAt(0).toUpperCase() + both.slice(1);
}

function SampleRow({ match }: { match: TrialMatch }) {
  return (
    <li className="space-y-1 px-4 py-3">
      <p className="font-serif text-lg">
        <MarkedExcerpt excerpt={match.excerpt} wrong={match.text} />
        {match.suggestion && <span className="text-success"> → {match.suggestion}</span>}
      </p>
      <Where match={match} />
    </li>
  );
}

function LackingRow({ match }: { match: TrialMatch }) {
  return (
    <li className="space-y-1 px-4 py-3">
      <p>
        {match.excerpt} <span className="text-muted">lacks</span> “{match.text}”
      </p>
      <Where match={match} />
    </li>
  );
}

function Where({ match }: { match: TrialMatch }) {
  return (
    <p className="text-sm text-muted">
      {match.siteName} · <WebLink href={match.url}>{shownAddress(match.url)}</WebLink>
    </p>
  );
}
