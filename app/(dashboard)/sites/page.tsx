import { Globe, Plus } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findSites } from "#prisma/queries/sites/find-sites.ts";
import { PLANS } from "#worker/core/plans.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { SiteRow } from "./site-row.tsx";

export const metadata: Metadata = { title: "Sites" };

export default async function SitesPage() {
  const member = await requireMember();
  const sites = await findSites(getDatabase(), member);
  if (sites.length === 0) return <FirstSite canAdd={member.role !== "viewer"} />;
  const now = new Date();
  const addSite = (
    <ButtonLink href="/sites/new" variant="primary">
      <Plus aria-hidden className="size-4" /> Add a site
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Sites" action={member.role !== "viewer" && addSite}>
        {sites.filter((site) => !site.pausedBy).length} of {formatCount(PLANS[member.plan].sites)} sites in your plan
      </PageHeader>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {sites.map((site) => (
          <SiteRow key={site.id} site={site} now={now} />
        ))}
      </ul>
    </>
  );
}

function FirstSite({ canAdd }: { canAdd: boolean }) {
  return (
    <>
      <PageHeader title="Sites" />
      <EmptyState
        icon={Globe}
        title={canAdd ? "Which website should we check?" : "No sites yet"}
        action={
          canAdd && (
            <ButtonLink href="/sites/new" variant="primary" size="large">
              Add your first site
            </ButtonLink>
          )
        }
      >
        Enter its address. Your first report is ready in a few minutes. After that we write to you only when something changes.
      </EmptyState>
    </>
  );
}
