import Link from "next/link";
import { WebLink } from "#app/_components/web-link.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { plural } from "#worker/core/text/plural.ts";
import { shownPath } from "#worker/core/view/shown-address.ts";
import { textFragmentUrl } from "#worker/core/view/text-fragment-url.ts";

const SHOWN_AT_ONCE = 2;

/** The pages that contain an issue, each with links to the sentence on the live page and to the page's history. */
export function IssuePlaces({ siteId, issue }: { siteId: string; issue: IssueView }) {
  const { places, pageCount } = issue;
  if (pageCount === 0) return <p className="text-sm text-muted">No longer on the site.</p>;
  const first = places.slice(0, SHOWN_AT_ONCE);
  const more = places.slice(SHOWN_AT_ONCE);
  return (
    <div className="text-sm text-muted">
      <PlaceList siteId={siteId} issue={issue} places={first} />
      {more.length > 0 && (
        <details>
          <summary className="w-fit rounded py-1 hover:underline">
            and on {plural(pageCount - first.length, "more page")}
          </summary>
          <PlaceList siteId={siteId} issue={issue} places={more} />
          {pageCount > places.length && <p>and on {plural(pageCount - places.length, "other page")}.</p>}
        </details>
      )}
    </div>
  );
}

function PlaceList({ siteId, issue, places }: { siteId: string; issue: IssueView; places: IssueView["places"] }) {
  return (
    <ul>
      {places.map((place) => (
        <li key={place.pageId} className="flex flex-wrap items-baseline gap-x-3">
          <span className="min-w-0 leading-6">
            on{" "}
            <WebLink href={textFragmentUrl(place.url, issue.check === "links" ? place.excerpt : issue.text, place.excerpt)}>
              {shownPath(place.url)}
            </WebLink>
          </span>
          <Link
            href={`/sites/${siteId}/pages/${place.pageId}`}
            className="-mx-1 inline-flex min-h-6 items-center px-1 hover:underline"
          >
            history<span className="sr-only"> of {shownPath(place.url)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
