"use client";

import { useState } from "react";
import { PageLink } from "#app/_components/page-link.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import { unnamedTarget } from "#worker/core/view/issues/unnamed-target.ts";
import { sentenceOfExcerpt } from "#worker/core/view/marks/sentence-of.ts";
import { shortenBefore } from "#worker/core/view/marks/shorten-before.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";

const OTHERS_SHOWN = 4;

/** The sentence with its mistake marked and the best correction beside it; for a link its text, its target and a better address. */
export function RowSentence({ issue }: { issue: ListedIssue }) {
  const { check, text, excerpt, siteId, id } = issue;
  const href = `/sites/${siteId}/issues/${id}`;
  if (check === "links")
    return (
      <p className="text-lg leading-snug">
        <PageLink href={href} className="font-serif hover:underline">
          {excerpt ? `“${excerpt}”` : unnamedTarget(text)}
        </PageLink>{" "}
        <span className="relative inline-block max-w-full truncate align-bottom text-sm text-muted">
          <WebLink href={text} className="hover:underline">
            {shownAddress(text)}
          </WebLink>
        </span>
        <Correction issue={issue} />
      </p>
    );
  const { before, mistake, after } = sentenceOfExcerpt(excerpt, text);
  return (
    <p className="line-clamp-3 font-serif text-lg leading-snug sm:line-clamp-2">
      <PageLink href={href} className="hover:underline">
        {mistake ? shortenBefore(before) : `${text}: ${before}`}
        {mistake && (
          <mark className="rounded-sm bg-danger-soft px-0.5 text-ink underline decoration-danger decoration-wavy underline-offset-4">
            {mistake}
          </mark>
        )}
      </PageLink>
      <Correction issue={issue} />
      {after}
    </p>
  );
}

/** The best suggestion; the others on demand. */
function Correction({ issue: { check, suggestions } }: { issue: ListedIssue }) {
  const [open, setOpen] = useState(false);
  const [best, ...others] = suggestions.map((text) => (check === "links" ? shownAddress(text) : text));
  if (best === undefined) return null;
  const shown = open ? [best, ...others.slice(0, OTHERS_SHOWN)] : [best];
  return (
    <span className="ml-1 font-sans text-base">
      <span aria-hidden className="text-muted">
        →
      </span>
      <span className="sr-only">, better:</span>{" "}
      <span className="font-semibold text-success">{shown.map((text) => text || "(remove it)").join(" or ")}</span>
      {others.length > 0 && !open && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="ml-1 min-h-6 rounded px-1 text-sm text-muted hover:underline"
        >
          +{others.length}
          <span className="sr-only"> more suggestions</span>
        </button>
      )}
    </span>
  );
}
