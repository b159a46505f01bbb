import { ChevronLeft, ChevronRight } from "lucide-react";
import { formatCount } from "#worker/core/text/plural.ts";
import { ButtonLink } from "./button.tsx";

type PaginationProps = { page: number; pageSize: number; total: number; hrefOf(page: number): string; label: string };

/** Links to the previous and next page of a long list; nothing if it fits on one page. `page` counts from 1. */
export function Pagination({ page, pageSize, total, hrefOf, label }: PaginationProps) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return null;
  return (
    <nav aria-label={label} className="mt-4 flex items-center justify-between gap-3 text-sm">
      <span className="text-muted tabular-nums">
        {formatCount((page - 1) * pageSize + 1)}–{formatCount(Math.min(total, page * pageSize))} of {formatCount(total)}
      </span>
      <span className="flex gap-2">
        {page > 1 && (
          <ButtonLink size="small" href={hrefOf(page - 1)} rel="prev">
            <ChevronLeft aria-hidden className="size-4" /> Previous
          </ButtonLink>
        )}
        {page < last && (
          <ButtonLink size="small" href={hrefOf(page + 1)} rel="next">
            Next <ChevronRight aria-hidden className="size-4" />
          </ButtonLink>
        )}
      </span>
    </nav>
  );
}
