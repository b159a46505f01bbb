import { Search } from "lucide-react";
import { Button } from "#app/_components/button.tsx";
import { PageLink } from "#app/_components/page-link.tsx";

/** Finds sites by a part of their name or address. */
export function SiteSearch({ typed }: { typed: string }) {
  return (
    <search className="mb-4 block">
      <form action="/sites" className="flex flex-wrap items-center gap-2">
        <label htmlFor="find-site" className="sr-only">
          Find a site by name or address
        </label>
        <input
          id="find-site"
          key={typed}
          name="q"
          type="search"
          defaultValue={typed}
          placeholder="Name or address"
          className="control min-w-0 flex-1 sm:max-w-xs"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit">
          <Search aria-hidden className="size-4" /> Find
        </Button>
        {typed && (
          <PageLink href="/sites" className="px-2 py-2 text-link">
            Show all
          </PageLink>
        )}
      </form>
    </search>
  );
}
