"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { WebLink } from "#app/_components/web-link.tsx";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
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
        <Link href={href} className="font-serif hover:underline">
          {excerpt ? `“${excerpt}”` : "A link without text"}
        </Link>{" "}
        <WebLink href={text} className="text-sm text-muted hover:underline">
          {shownAddress(text)}
        </WebLink>
        <Correction issue={issue} />
      </p>
    );
  const { before, mistake, after } = sentenceOfExcerpt(excerpt, text);
  return (
    <p className="line-clamp-3 font-serif text-lg leading-snug sm:line-clamp-2">
      <Link href={href} className="hover:underline">
        {mistake ? shortenBefore(before) : `${text}: ${before}`}
        {mistake && (
          <mark className="rounded-sm bg-danger-soft px-0.5 text-ink underline decoration-danger decoration-wavy underline-offset-4">
            {mistake}
          </mark>
        )}
      </Link>
      <Correction issue={issue} />
      {after}
    </p>
  );
}

/** The best suggestion; the others on demand. */
function Correction({ issue: { check, suggestions } }: { issue: ListedIssue }) {
  const [best, ...others] = suggestions.map((text) => (check === "links" ? shownAddress(text) : text));
  if (best === undefined) return null;
  return (
    <span className="mx-1 inline-flex flex-wrap items-baseline gap-x-1.5 font-sans text-base">
      <ArrowRight aria-hidden className="size-3.5 self-center text-muted" />
      <span className="sr-only">, better:</span>
      <span className="font-semibold text-success">{best === "" ? "(remove it)" : best}</span>
      {others.length > 0 && (
        <details className="text-sm text-muted">
          <summary className="inline cursor-pointer list-none rounded hover:underline">
            +{others.length}
            <span className="sr-only"> more suggestions</span>
          </summary>{" "}
          <span className="text-success">{others.slice(0, OTHERS_SHOWN).join(", ")}</span>
        </details>
      )}
    </span>
  );
}
