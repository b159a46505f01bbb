import { BookOpen, Search } from "lucide-react";
import { Button } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { TextField } from "#app/_components/field.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findWords } from "#prisma/queries/words/find-words.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import type { DictionaryQuery } from "./dictionary-query.ts";
import { WordList } from "./word-list.tsx";

const PAGE_SIZE = 200;
/** From this number on, a search is offered. */
const MANY = 30;

type DictionarySectionProps = {
  teamId: TeamScope;
  siteId: string | null;
  title: string;
  empty: string;
  /** Address of the page, for its search and its pages. */
  path: string;
  query: DictionaryQuery;
  canChange: boolean;
};

/** One dictionary: its words by pages, a search, and links to export it. */
export async function DictionarySection({ teamId, siteId, title, empty, path, query, canChange }: DictionarySectionProps) {
  const { q, page } = query;
  const wanted = { teamId, siteId, search: q, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE };
  const { words, total } = await findWords(getDatabase(), wanted);
  const of = siteId === null ? "" : `&site=${siteId}`;
  return (
    <section>
      <header className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg font-semibold">
          {title} <span className="font-normal text-muted tabular-nums">{formatCount(total)}</span>
        </h2>
        {total > 0 && (
          <p className="flex gap-4 text-sm">
            <a href={`/dictionary/export?format=csv${of}`} download className="inline-flex min-h-6 items-center text-link">
              Download CSV
            </a>
            <a href={`/dictionary/export?format=txt${of}`} download className="inline-flex min-h-6 items-center text-link">
              Export as text
            </a>
            <a href={`/dictionary/export?format=dic${of}`} download className="inline-flex min-h-6 items-center text-link">
              Export as .dic
            </a>
          </p>
        )}
      </header>
      {(total > MANY || q !== "") && (
        <search>
          <form method="get" action={path} className="mb-4 flex flex-wrap items-end gap-3" key={q}>
            <div className="min-w-48 flex-1">
              <TextField
                name="q"
                label="Find a word"
                defaultValue={q}
                maxLength={80}
                spellCheck={false}
                autoCapitalize="none"
              />
            </div>
            <Button type="submit">
              <Search aria-hidden className="size-4" /> Find
            </Button>
          </form>
        </search>
      )}
      {words.length > 0 && <WordList words={words} canChange={canChange} />}
      {words.length === 0 && q !== "" && <p className="text-muted">No word here contains “{q}”.</p>}
      {words.length === 0 && q === "" && (
        <EmptyState icon={BookOpen} title="No words yet">
          {empty}
        </EmptyState>
      )}
      <Pagination
        label={`Pages of ${title}`}
        page={page}
        pageSize={PAGE_SIZE}
        total={total}
        hrefOf={(other) => `${path}?${new URLSearchParams({ ...(q ? { q } : {}), page: String(other) })}`}
      />
    </section>
  );
}
