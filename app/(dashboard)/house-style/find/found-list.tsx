import { PageLink } from "#app/_components/page-link.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import type { FoundText } from "#prisma/queries/style/find-in-pages.ts";
import { markMistake } from "#worker/core/view/marks/mark-mistake.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { textFragmentUrl } from "#worker/core/view/text-fragment-url.ts";

/** Sentences that contain what was searched for, each with its page. */
export function FoundList({ found }: { found: FoundText[] }) {
  if (found.length === 0) return null;
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {found.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page may say the same twice, and the list never changes
        <li key={`${text.pageId} ${index}`} className="space-y-1 px-4 py-3">
          <p className="font-serif text-lg">
            <Marked excerpt={text.excerpt} found={text.found} />
          </p>
          <p className="flex flex-wrap gap-x-3 text-sm text-muted">
            <span>
              {text.siteName} ·{" "}
              <WebLink href={textFragmentUrl(text.url, text.found, text.excerpt)}>{shownAddress(text.url)}</WebLink>
            </span>
            <PageLink href={`/sites/${text.siteId}/pages/${text.pageId}`} className="hover:underline">
              history<span className="sr-only"> of {text.pageTitle || shownAddress(text.url)}</span>
            </PageLink>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Marked({ excerpt, found }: { excerpt: string; found: string }) {
  const { before, mistake, after } = markMistake(excerpt, found);
  return (
    <>
      {before}
      <mark className="rounded-sm bg-accent-soft px-0.5 text-ink">{mistake}</mark>
      {after}
    </>
  );
}
