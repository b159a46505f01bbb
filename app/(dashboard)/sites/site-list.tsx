"use client";

import { useIsLive } from "#app/_components/use-is-live.ts";
import { firstRows } from "#app/_lib/issue-list/first-rows.ts";
import { SiteRow } from "./site-row.tsx";
import type { SiteRowFacts } from "./site-row-facts.ts";

/** A page of the list of sites. Those below the first screen are drawn by the browser. */
export function SiteList({ sites }: { sites: readonly SiteRowFacts[] }) {
  const isLive = useIsLive();
  const [atFirst] = firstRows([sites.length]);
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {sites.slice(0, isLive ? undefined : atFirst).map((site) => (
        <SiteRow key={site.id} site={site} />
      ))}
    </ul>
  );
}
