import { Badge } from "#app/_components/badge.tsx";
import { Moment } from "#app/_components/moment.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { plural } from "#worker/core/text/plural.ts";
import type { ListedPage } from "#worker/core/view/pages/listed-page.ts";
import { PAGE_STATE_WORDS } from "#worker/core/view/pages/page-state.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";

/** One page of the list with its state and its open issues. The whole row is a link. */
export function PageRow({ page, timeZone }: { page: ListedPage; timeZone: string }) {
  const { id, siteId, url, title, state, reason, status, lastVisitedAt, openIssues } = page;
  const { words, tone } = PAGE_STATE_WORDS[state];
  const answer = state === "gone" && status !== null ? `The server answers ${status}.` : null;
  return (
    <li className="relative grid gap-x-6 gap-y-1 px-4 py-3 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_9rem_7rem] sm:items-baseline sm:px-5">
      <div className="min-w-0">
        <PageLink href={`/sites/${siteId}/pages/${id}`} className="font-medium wrap-anywhere after:absolute after:inset-0">
          {title || shownAddress(url)}
        </PageLink>
        <p className="text-sm wrap-anywhere text-muted">{shownAddress(url)}</p>
        {(reason ?? answer) !== null && <p className="text-sm">{reason ?? answer}</p>}
      </div>
      <p className={openIssues > 0 ? "tabular-nums" : "text-muted"}>
        {openIssues > 0 ? plural(openIssues, "open issue") : "no open issues"}
      </p>
      <p className="flex items-baseline gap-x-3 text-sm text-muted sm:flex-col sm:items-end">
        {state !== "read" && <Badge tone={tone}>{words}</Badge>}
        {lastVisitedAt && <Moment at={lastVisitedAt} timeZone={timeZone} />}
      </p>
    </li>
  );
}
