import { X } from "lucide-react";
import { PageLink } from "#app/_components/page-link.tsx";
import type { FilterChip } from "./filter-words.ts";

/** The active filters; each link removes one. */
export function FilterChips({ chips, clearHref }: { chips: readonly FilterChip[]; clearHref: string }) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-1.5">
      {chips.map(({ words, href }) => (
        <li key={words} className="min-w-0">
          <PageLink
            href={href}
            scroll={false}
            className="relative flex min-h-8 max-w-full items-center gap-1 rounded-full bg-accent-soft px-3 text-sm text-accent hover:underline"
          >
            <span className="sr-only">Remove the filter </span>
            <span className="truncate">{words}</span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </PageLink>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <PageLink href={clearHref} scroll={false} className="px-2 text-sm text-link">
            Clear all
          </PageLink>
        </li>
      )}
    </ul>
  );
}
