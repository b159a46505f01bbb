import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { Badge } from "#app/_components/badge.tsx";
import { Button } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { type Found, findAnything } from "#prisma/queries/operating/find-anything.ts";

export const metadata: Metadata = { title: "Search" };

const LEAST = 2;
const query = z.object({ q: z.string().trim().max(200).catch("") });
const KINDS = { team: "Team", site: "Site", person: "Person" } as const;

/** Finds teams, sites and people. */
export default async function OperatorSearchPage({ searchParams }: PageQuery) {
  await requireOperator("operator.see");
  const { q } = query.parse(await searchParams);
  const found = q.length >= LEAST ? await findAnything(getDatabase(), q) : null;
  return (
    <>
      <PageHeader title="Search">
        Teams, sites and people, by a part of a name or address, or by an id. A look into a team is noted, and the team sees it.
      </PageHeader>
      <search>
        <form action="/operator/search" className="mb-6 flex max-w-xl gap-2">
          <input
            type="search"
            name="q"
            aria-label="Name, address or id"
            defaultValue={q}
            autoComplete="off"
            spellCheck={false}
            className="control min-w-0 flex-1"
          />
          <Button type="submit" variant="primary">
            Search
          </Button>
        </form>
      </search>
      {q.length > 0 && found === null && <p className="text-muted">Enter two characters or more.</p>}
      {found?.length === 0 && (
        <EmptyState icon={SearchX} title="Nothing found">
          No team, site or person has “{q}” in its name or address.
        </EmptyState>
      )}
      {found && found.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {found.map((one) => (
            <FoundRow key={`${one.kind}-${one.id}-${one.teamId}`} found={one} />
          ))}
        </ul>
      )}
    </>
  );
}

function FoundRow({ found: { kind, id, name, about, teamId, team } }: { found: Found }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3">
      <span className="min-w-0">
        <PageLink
          href={`/operator/teams/${teamId}${kind === "site" ? `#site-${id}` : ""}`}
          className="text-link font-medium break-words"
        >
          {name}
        </PageLink>
        <span className="block text-sm break-words text-muted">
          {about}
          {kind !== "team" && ` in the team “${team}”`}
        </span>
      </span>
      <Badge>{KINDS[kind]}</Badge>
    </li>
  );
}
