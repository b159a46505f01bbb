import { WebLink } from "#app/_components/web-link.tsx";
import type { UnreadPage } from "#prisma/queries/crawls/find-crawl-pages.ts";
import { plural } from "#worker/core/text/plural.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";

type UnreadPagesProps = { title: string; note?: string; pages: UnreadPage[]; total: number };

/** Pages that a crawl did not read, each with its reason; nothing if there are none. */
export function UnreadPages({ title, note, pages, total }: UnreadPagesProps) {
  if (pages.length === 0) return null;
  return (
    <section>
      <h2 className="text-lg font-semibold">{title}</h2>
      {note && <p className="text-sm text-muted">{note}</p>}
      <ul className="mt-3 divide-y divide-line rounded-card border border-line bg-surface">
        {pages.map((page) => (
          <li key={page.url} className="px-4 py-2.5 sm:px-5">
            <WebLink href={page.url}>{shownAddress(page.url)}</WebLink>
            <p className="text-sm text-muted">{page.failureMessage ?? "We do not know the reason."}</p>
          </li>
        ))}
      </ul>
      {total > pages.length && <p className="mt-2 text-sm text-muted">and {plural(total - pages.length, "more page")}.</p>}
    </section>
  );
}
