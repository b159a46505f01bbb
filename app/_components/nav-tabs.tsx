"use client";

import clsx from "clsx";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { PageLink } from "#app/_components/page-link.tsx";

/** Padding of the row on phones, in pixels. */
const EDGE = 16;

type Tab = {
  href: string;
  label: string /** Prefixes of other addresses that belong to this tab. */;
  also?: string | string[];
};

/**
 * Links between related pages. The current one is marked by a line, weight and `aria-current`, and scrolled into view where the
 * row is wider than the window.
 */
export function NavTabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  const path = usePathname();
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another current tab
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>(`[aria-current="page"]`);
    if (!row.current || !here) return;
    const [edges, link] = [row.current.getBoundingClientRect(), here.getBoundingClientRect()];
    const beyond = link.right + EDGE - edges.right;
    if (beyond > 0) row.current.scrollLeft += beyond;
  }, [path]);
  return (
    <nav ref={row} aria-label={label} className="-mx-4 mb-6 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-1">
        {tabs.map(({ href, label: name, also }) => {
          const current = path === href || [also ?? []].flat().some((prefix) => path.startsWith(prefix));
          return (
            <li key={href}>
              <PageLink
                href={href}
                aria-current={current ? "page" : undefined}
                className={clsx(
                  "block border-b-2 px-3 py-2.5 whitespace-nowrap -outline-offset-2",
                  current ? "border-accent font-medium text-ink" : "border-transparent text-muted hover:text-ink",
                )}
              >
                {name}
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
