import { Badge } from "#app/_components/badge.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { ChangedPage } from "#prisma/queries/crawls/find-crawl-pages.ts";
import { shownPath } from "#worker/core/view/shown-address.ts";

/** Pages that changed at a crawl, each with a link to its changes. At the first crawl all are new, so they have no badge. */
export function ChangedPages({ siteId, pages, first }: { siteId: string; pages: ChangedPage[]; first: boolean }) {
  if (pages.length === 0) return null;
  return (
    <section>
      <h2 className="text-lg font-semibold">{first ? "Pages read for the first time" : "Pages that changed"}</h2>
      <ul className="mt-3 divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {pages.map((page) => (
          <li key={page.pageId} className="relative flex flex-wrap items-baseline gap-x-3 px-4 py-2.5 hover:bg-sunken sm:px-5">
            <PageLink
              href={`/sites/${siteId}/pages/${page.pageId}?view=changes`}
              className="min-w-0 after:absolute after:inset-0"
            >
              {shownPath(page.url)}
            </PageLink>
            <span className="min-w-0 text-sm text-muted">{page.title}</span>
            {page.isNew && !first && <Badge tone="accent">new</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
