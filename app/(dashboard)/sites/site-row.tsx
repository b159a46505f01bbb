"use client";

import clsx from "clsx";
import { TriangleAlert } from "lucide-react";
import { Badge } from "#app/_components/badge.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { ShownMoment, SiteRowFacts } from "./site-row-facts.ts";

const TONES = { danger: "text-danger", warning: "text-warning", neutral: "text-muted" } as const;

/** One site of the list: its state, troubles, open issues, score, and last and next crawl. The whole row is a link. */
export function SiteRow({ site }: { site: SiteRowFacts }) {
  const { id, name, address, state, troubles, open, quality, crawled, next } = site;
  return (
    <li className="relative grid gap-x-6 gap-y-2 px-4 py-4 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_13rem_9.5rem] sm:px-5">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 className="font-semibold">
            <PageLink href={`/sites/${id}`} className="after:absolute after:inset-0">
              {name}
            </PageLink>
          </h2>
          <Badge tone={state.tone}>{state.words}</Badge>
        </div>
        <p className="line-clamp-2 text-sm text-muted">{address}</p>
        {troubles.map(({ words, tone }) => (
          <p key={words} className={clsx("mt-1 flex gap-1.5 text-sm", TONES[tone])}>
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span className="line-clamp-3">{words}</span>
          </p>
        ))}
      </div>
      {open === null ? (
        <p className="text-sm text-muted">No report yet</p>
      ) : (
        <div className="text-sm text-muted">
          <p className="text-ink">
            <span className="text-lg font-semibold tabular-nums">{open.count}</span> {open.words}
          </p>
          {open.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <div className="text-sm text-muted">
        {quality && (
          <p>
            Quality <span className="font-semibold text-ink tabular-nums">{quality.score}</span> of 100
            <span className="sr-only">, {quality.basis}</span>
          </p>
        )}
        {crawled ? (
          <p>
            Crawled <RowMoment at={crawled} />
          </p>
        ) : (
          <p>Not crawled yet</p>
        )}
        {next && (
          <p>
            Next <RowMoment at={next} />
          </p>
        )}
      </div>
    </li>
  );
}

function RowMoment({ at: { iso, clock, words } }: { at: ShownMoment }) {
  return (
    <time dateTime={iso} title={clock}>
      {words}
    </time>
  );
}
