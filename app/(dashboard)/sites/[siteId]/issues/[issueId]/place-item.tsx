"use client";

import { PageLink } from "#app/_components/page-link.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import type { PlaceOnPage } from "#prisma/queries/issues/find-issue-places.ts";
import { plural } from "#worker/core/text/plural.ts";
import { markMistake } from "#worker/core/view/marks/mark-mistake.ts";
import { shownPath } from "#worker/core/view/shown-address.ts";
import { textFragmentUrl } from "#worker/core/view/text-fragment-url.ts";
import { EditLink } from "../../_edit-link/edit-link.tsx";
import { MarkedSentence } from "./marked-sentence.tsx";

type Props = {
  siteId: string;
  issue: { id: string; text: string; isLink: boolean };
  place: PlaceOnPage;
  editPattern: string | null;
};

/** One place of an issue: its page, its sentence, and links to it on the site and in the CMS. */
export function PlaceItem({ siteId, issue: { id, text, isLink }, place, editPattern }: Props) {
  const path = shownPath(place.url);
  return (
    <li className="px-5 py-3 sm:px-6">
      <p className="font-medium">
        <PageLink href={`/sites/${siteId}/pages/${place.pageId}#issue-${id}`} className="text-link">
          {place.title || path}
        </PageLink>
        {place.times > 1 && <span className="font-normal text-muted"> · {plural(place.times, "time")}</span>}
      </p>
      {place.excerpt !== "" && (
        <p className="mt-0.5 font-serif text-lg">
          {isLink ? `“${place.excerpt}”` : <MarkedSentence {...markMistake(place.excerpt, text)} />}
        </p>
      )}
      <p className="-ml-0.5 flex flex-wrap items-center gap-x-2 text-sm">
        <span className="inline-flex min-h-8 min-w-0 items-center">
          <WebLink
            href={textFragmentUrl(place.url, isLink ? place.excerpt : text, place.excerpt)}
            className="text-muted hover:underline"
          >
            <span className="sr-only">On the site: </span>
            {path}
          </WebLink>
        </span>
        <EditLink pattern={editPattern} page={place} className="text-muted hover:text-ink" />
      </p>
    </li>
  );
}
