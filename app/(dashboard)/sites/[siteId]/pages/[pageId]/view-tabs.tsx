import clsx from "clsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { PageViewName } from "./page-query.ts";

const NAMES: Readonly<Record<PageViewName, string>> = { picture: "Picture", text: "Text", changes: "What changed" };

type Props = { address: string; views: readonly PageViewName[]; current: PageViewName };

/** Links between the ways to look at a page. Each has its own address, so that it can be sent to someone. */
export function ViewTabs({ address, views, current }: Props) {
  return (
    <nav aria-label="Ways to look at the page">
      <ul className="flex gap-1 rounded-control bg-sunken p-1">
        {views.map((view) => (
          <li key={view}>
            <PageLink
              href={`${address}?view=${view}`}
              scroll={false}
              aria-current={view === current ? "true" : undefined}
              className={clsx(
                "flex min-h-8 items-center rounded-[0.3rem] px-3 text-sm whitespace-nowrap",
                view === current ? "bg-surface font-medium shadow-raised" : "text-muted hover:text-ink",
              )}
            >
              {NAMES[view]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
