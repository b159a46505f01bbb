import { Search } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { Button } from "#app/_components/button.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { TextField } from "#app/_components/field.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findHouseRules } from "#prisma/queries/style/find-house-rules.ts";
import { may } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { PLANS } from "#worker/core/plans.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { AddRulesForm } from "./add-rules-form.tsx";
import { RuleList } from "./rule-list.tsx";

export const metadata: Metadata = { title: { absolute: "House style · Flawless" } };

const PAGE_SIZE = 50;
/** So many rules are seen at once: above, a field finds some of them. */
const FEW = 15;
const query = z.object({
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

/** The Team's rules: a pasted list adds some, each can be changed and deleted. */
export default async function HouseStylePage({ searchParams }: PageQuery) {
  const member = await requireMember("style.see");
  const { plan } = member;
  const { q, page } = query.parse(await searchParams);
  const stretch = { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE };
  const { rules, found, total } = await findHouseRules(getDatabase(), {
    teamId: teamOf(member.teamId),
    containing: q.replaceAll("\0", ""),
    ...stretch,
  });
  const canChange = may(member, "style.change");
  return (
    <div className="max-w-3xl space-y-6">
      {canChange && (
        <Card>
          <CardHeader title="Add rules">
            Paste a list, see what it finds, then add it. The pages that we have read are compared at once, without a new crawl.
          </CardHeader>
          <AddRulesForm />
        </Card>
      )}
      <section aria-labelledby="rules">
        <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
          <h2 id="rules" className="text-lg font-semibold">
            Rules{" "}
            <span className="font-normal text-muted tabular-nums">
              {formatCount(total)} of {formatCount(PLANS[plan].houseRules)} in your plan
            </span>
          </h2>
          {total > FEW && (
            <form method="get" className="flex items-end gap-2" key={q}>
              <TextField name="q" label="Find a rule" defaultValue={q} maxLength={200} />
              <Button type="submit">
                <Search aria-hidden className="size-4" /> Find
              </Button>
            </form>
          )}
        </div>
        <RuleList
          rules={rules}
          canChange={canChange}
          empty={q ? `No rule contains “${q}”.` : canChange ? "No rules yet. Add the first above." : "No rules yet."}
        />
        <Pagination
          page={page}
          pageSize={PAGE_SIZE}
          total={found}
          label="Pages of rules"
          hrefOf={(to) => `/house-style?${new URLSearchParams({ ...(q ? { q } : {}), page: String(to) })}`}
        />
      </section>
    </div>
  );
}
