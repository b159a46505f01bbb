import clsx from "clsx";
import { Search } from "lucide-react";
import { Button } from "#app/_components/button.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { formatCount } from "#worker/core/text/plural.ts";
import { type PageListQuery, pageListSearch } from "#worker/core/view/pages/page-list-query.ts";
import { PAGE_STATE_WORDS, PAGE_STATES, type PageState } from "#worker/core/view/pages/page-state.ts";

type PageFilterProps = { path: string; query: PageListQuery; counts: Record<PageState, number> };

/** Finds pages by a part of their address or title, and by their state. */
export function PageFilter({ path, query: { q, state }, counts }: PageFilterProps) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const choices = [
    { state: undefined, words: "All", count: all },
    ...PAGE_STATES.map((one) => ({ state: one, words: PAGE_STATE_WORDS[one].words, count: counts[one] })),
  ].filter((choice) => choice.count > 0 || choice.state === state);
  return (
    <search className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <form action={path} className="flex min-w-0 flex-1 basis-72 items-center gap-2" key={q}>
        <label htmlFor="find-page" className="sr-only">
          Find a page by address or title
        </label>
        <input
          id="find-page"
          name="q"
          type="search"
          defaultValue={q}
          placeholder="Address or title"
          className="control min-w-0 flex-1 sm:max-w-xs"
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        {state && <input type="hidden" name="state" value={state} />}
        <Button type="submit">
          <Search aria-hidden className="size-4" /> Find
        </Button>
      </form>
      <ul aria-label="State" className="flex flex-wrap gap-1">
        {choices.map((choice) => (
          <li key={choice.words}>
            <PageLink
              href={`${path}${pageListSearch({ q, ...(choice.state ? { state: choice.state } : {}) })}`}
              aria-current={choice.state === state ? "true" : undefined}
              className={clsx(
                "inline-flex min-h-9 items-center gap-1.5 rounded-control border px-3 text-sm",
                choice.state === state
                  ? "border-accent font-medium"
                  : "border-transparent text-muted hover:text-ink hover:underline",
              )}
            >
              {choice.words} <span className="tabular-nums">{formatCount(choice.count)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </search>
  );
}
