import { Search } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { Banner } from "#app/_components/banner.tsx";
import { Button } from "#app/_components/button.tsx";
import { TextField } from "#app/_components/field.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findInPages } from "#prisma/queries/style/find-in-pages.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { plural } from "#worker/core/text/plural.ts";
import { FoundList } from "./found-list.tsx";

export const metadata: Metadata = { title: "Find in all pages" };

const PAGE_SIZE = 20;
const LONGEST = 200;
const SHORTEST = 2;
const query = z.object({
  q: z.string().trim().max(LONGEST).catch(""),
  page: z.coerce.number().int().min(1).max(500).catch(1),
});

/** Finds a word or phrase in what all pages of the Team say now. */
export default async function FindInPagesPage({ searchParams }: PageQuery) {
  const { teamId } = await requireMember("sites.see");
  const { q: typed, page } = query.parse(await searchParams);
  const q = typed.replaceAll("\0", "");
  return (
    <div className="max-w-3xl space-y-6">
      <search>
        <form method="get" className="flex flex-wrap items-end gap-3" key={q}>
          <div className="min-w-60 flex-1">
            <TextField
              name="q"
              label="Find in all pages"
              hint="A word or phrase, in capitals or small letters, as all your sites say it now."
              defaultValue={q}
              maxLength={LONGEST}
              error={q.length === 1 ? `Enter at least ${SHORTEST} characters.` : null}
              required
            />
          </div>
          <Button type="submit" variant="primary">
            <Search aria-hidden className="size-4" /> Find
          </Button>
        </form>
      </search>
      {q.length >= SHORTEST && <Results teamId={teamId} q={q} page={page} />}
    </div>
  );
}

async function Results({ teamId, q, page }: { teamId: TeamScope; q: string; page: number }) {
  const answer = await search(teamId, q, page);
  if (typeof answer === "string") return <Banner tone="warning">{answer}</Banner>;
  const { found, total, pages } = answer;
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="mb-3 text-lg font-semibold">
        {total === 0 ? `No page says “${q}”.` : `${plural(total, "text")} on ${plural(pages, "page")}`}
      </h2>
      <FoundList found={found} />
      <Pagination
        page={page}
        pageSize={PAGE_SIZE}
        total={total}
        label="Pages of what was found"
        hrefOf={(to) => `/house-style/find?${new URLSearchParams({ q, page: String(to) })}`}
      />
    </section>
  );
}

/** Returns what was found, or why nothing could be, in the user's words. */
async function search(teamId: TeamScope, q: string, page: number) {
  try {
    return await findInPages(getDatabase(), { teamId, wanted: q, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
