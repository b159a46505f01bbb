import { Card } from "#app/_components/card.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import type { PagedPlaces } from "#prisma/queries/issues/find-issue-places.ts";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { plural } from "#worker/core/text/plural.ts";
import { PlaceItem } from "./place-item.tsx";

/** Places on one page of the list. */
export const PLACES_SHOWN = 20;

type Props = {
  siteId: string;
  issue: IssueView;
  found: PagedPlaces;
  /** The page of the list, from 1. */
  page: number;
  editPattern: string | null;
};

/** All places of an issue, page by page: each with its sentence, and links to it on the site, on our page view and in the CMS. */
export function PlacesCard({ siteId, issue, found, page, editPattern }: Props) {
  const { places, total, pageCount } = found;
  const facts = { id: issue.id, text: issue.text, isLink: issue.check === "links" };
  const address = `/sites/${siteId}/issues/${issue.id}`;
  return (
    <Card aria-labelledby="places" className="!p-0">
      <h3 id="places" className="px-5 pt-5 text-lg font-semibold sm:px-6">
        Where it is <span className="ml-1 font-normal text-muted">{placesInWords(total, pageCount, issue.state)}</span>
      </h3>
      {places.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-t border-line">
          {places.map((place) => (
            <PlaceItem key={`${place.pageId} ${place.excerpt}`} issue={facts} {...{ siteId, place, editPattern }} />
          ))}
        </ul>
      )}
      <div className="px-5 pb-5 sm:px-6">
        {places.length === 0 && total > 0 && (
          <p className="mt-3 text-muted">
            This list is shorter than it was.{" "}
            <PageLink href={address} className="text-link">
              Back to its beginning
            </PageLink>
          </p>
        )}
        {places.length > 0 && (
          <Pagination
            label="Pages of places"
            page={page}
            pageSize={PLACES_SHOWN}
            total={total}
            hrefOf={(other) => (other === 1 ? `${address}#places` : `${address}?page=${other}#places`)}
          />
        )}
      </div>
    </Card>
  );
}

function placesInWords(total: number, pageCount: number, state: IssueView["state"]): string {
  if (total === 0) return "no longer on the site";
  const pages = `on ${plural(pageCount, "page")}`;
  const places = total > pageCount ? `${plural(total, "place")} ${pages}` : pages;
  return state === "fixed" ? `when we last saw it: ${places}` : places;
}
