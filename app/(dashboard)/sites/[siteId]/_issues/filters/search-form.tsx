import { Search } from "lucide-react";
import Form from "next/form";
import { type IssueListQuery, issueListSearch, LONGEST_SEARCH } from "#worker/core/view/issues/issue-list-query.ts";

/** Searches the list, and keeps its filters. Works without JavaScript, too. */
export function SearchForm({ basePath, query }: { basePath: string; query: IssueListQuery }) {
  const kept = new URLSearchParams(issueListSearch({ ...query, q: "", page: 1 }));
  return (
    <search className="min-w-0 flex-1">
      <Form action={basePath} scroll={false} className="relative">
        {[...kept].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-muted" />
        <input
          id="issue-search"
          type="search"
          name="q"
          defaultValue={query.q}
          maxLength={LONGEST_SEARCH}
          aria-label="Search issues"
          placeholder="Search words, sentences and addresses"
          className="control w-full !pl-9"
        />
      </Form>
    </search>
  );
}
