import { EyeOff } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { findIgnoredIssues, findIgnoreRuleViews } from "#prisma/queries/ignoring/find-ignored.ts";
import { findMembers } from "#prisma/queries/teams/find-members.ts";
import { plural } from "#worker/core/text/plural.ts";
import { ignoredWords } from "#worker/core/view/issues/ignored-words.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { requireSite } from "../../require-site.ts";
import { IgnoredList, type IgnoredRow } from "./ignored-list.tsx";

type Props = PageQuery & { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Ignored" };

const PAGE_SIZE = 50;
const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
const query = z.object({ rules: pageNumber, issues: pageNumber });

/** Everything that is ignored on a site, by scope, with who and when, and a button to restore each. */
export default async function IgnoredPage({ params, searchParams }: Props) {
  const { site, member, canChange } = await requireSite((await params).siteId);
  const pages = query.parse(await searchParams);
  const db = getDatabase();
  const of = { teamId: member.teamId, siteId: site.id, take: PAGE_SIZE };
  const [rules, issues, members] = await Promise.all([
    findIgnoreRuleViews(db, { ...of, skip: (pages.rules - 1) * PAGE_SIZE }),
    findIgnoredIssues(db, { ...of, skip: (pages.issues - 1) * PAGE_SIZE }),
    findMembers(db, member.teamId),
  ]);
  const names = new Map(members.map(({ userId, name }) => [userId, userId === member.userId ? "you" : name]));
  const by = (userId: string | null) => names.get(userId ?? "") ?? "a former member";
  const ruleRows = rules.rules.map((rule): IgnoredRow => {
    const covered = rule.scope === "page" ? undefined : plural(rule.issues, "issue");
    return { id: rule.id, type: "rule", ...ignoredWords(rule), note: covered, by: by(rule.userId), at: rule.createdAt };
  });
  const issueRows = issues.issues.map(({ id, check, text, userId, at }): IgnoredRow => {
    return { id, type: "issue", kind: "Issue", what: check === "links" ? shownAddress(text) : text, by: by(userId), at };
  });
  const hrefOf = (change: Partial<typeof pages>) =>
    `/sites/${site.id}/settings/ignored?${new URLSearchParams(Object.entries({ ...pages, ...change }).map(([name, page]) => [name, String(page)]))}`;
  const isEmpty = rules.total + issues.total + site.ignoredLinks.length === 0;
  return (
    <div className="max-w-3xl space-y-8">
      <header>
        <h2 className="text-lg font-semibold">Ignored</h2>
        <p className="mt-0.5 max-w-prose text-sm text-muted">
          We list and mail nothing of this. What you restore is in the list again if it is still on the site, and is not mailed.
        </p>
      </header>
      {isEmpty && (
        <EmptyState icon={EyeOff} title="Nothing is ignored">
          Choose “Ignore” next to an issue. Here you can change your mind.
        </EmptyState>
      )}
      {rules.total > 0 && (
        <section aria-labelledby="ignored-rules">
          <h3 id="ignored-rules" className="mb-3 font-semibold">
            Pages, rules, addresses and websites
          </h3>
          <IgnoredList rows={ruleRows} canChange={canChange} />
          <Pagination
            label="Pages of rules"
            page={pages.rules}
            pageSize={PAGE_SIZE}
            total={rules.total}
            hrefOf={(page) => hrefOf({ rules: page })}
          />
        </section>
      )}
      {site.ignoredLinks.length > 0 && (
        <section aria-labelledby="ignored-links">
          <h3 id="ignored-links" className="mb-3 font-semibold">
            Links that we do not check
          </h3>
          <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
            {site.ignoredLinks.map((line) => (
              <li key={line} className="px-4 py-2.5 break-words">
                {line}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-sm text-muted">
            These lines are in the{" "}
            <PageLink href={`/sites/${site.id}/settings`} className="text-link">
              settings of the site
            </PageLink>
            , where you can change them.
          </p>
        </section>
      )}
      {issues.total > 0 && (
        <section aria-labelledby="ignored-issues">
          <h3 id="ignored-issues" className="mb-3 font-semibold">
            Single issues
          </h3>
          <IgnoredList rows={issueRows} canChange={canChange} />
          <Pagination
            label="Pages of issues"
            page={pages.issues}
            pageSize={PAGE_SIZE}
            total={issues.total}
            hrefOf={(page) => hrefOf({ issues: page })}
          />
        </section>
      )}
    </div>
  );
}
