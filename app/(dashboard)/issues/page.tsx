import { Globe } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findListSites } from "#prisma/queries/issue-list/find-list-sites.ts";
import { may } from "#worker/core/people/rights.ts";
import { plural } from "#worker/core/text/plural.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { IssuesView } from "../sites/[siteId]/_issues/issues-view.tsx";

export const metadata: Metadata = { title: "Issues" };

/** The issues of all sites of the team. */
export default async function TeamIssuesPage({ searchParams }: PageQuery) {
  const member = await requireMember("sites.see");
  const sites = await findListSites(getDatabase(), { teamId: member.teamId });
  const [only] = sites;
  if (!only) return <NoSites canAdd={may(member, "sites.add")} />;
  return (
    <>
      <PageHeader title="Issues">{sites.length === 1 ? only.name : `On all ${plural(sites.length, "site")}`}</PageHeader>
      <IssuesView
        member={member}
        siteId={null}
        sites={sites}
        query={parseIssueListQuery(await searchParams)}
        pagesRead={null}
        paused={false}
      />
    </>
  );
}

function NoSites({ canAdd }: { canAdd: boolean }) {
  return (
    <>
      <PageHeader title="Issues" />
      <EmptyState
        icon={Globe}
        title="No sites yet"
        action={
          canAdd && (
            <ButtonLink href="/sites/new" variant="primary">
              Add your first site
            </ButtonLink>
          )
        }
      >
        Issues of all your sites are listed here once we have read them.
      </EmptyState>
    </>
  );
}
