import { Globe, Plus, SearchX } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { findToday } from "#prisma/queries/figures/find-today.ts";
import { findSites, type SiteSummary } from "#prisma/queries/sites/find-sites.ts";
import { isProvenSite } from "#worker/core/ownership/is-proven.ts";
import { may } from "#worker/core/people/rights.ts";
import { seesAllSites, teamOf } from "#worker/core/people/team-scope.ts";
import { PLANS } from "#worker/core/plans.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { arrangeSites } from "#worker/core/view/sites/arrange-sites.ts";
import { siteTroubles, troubleRank } from "#worker/core/view/sites/site-troubles.ts";
import { StoppedChannels } from "../channels/stopped-channels.tsx";
import { SiteList } from "./site-list.tsx";
import { siteRowFacts } from "./site-row-facts.ts";
import { SiteSearch } from "./site-search.tsx";
import { SuppressedRecipients } from "./suppressed-recipients.tsx";
import { TodayCard } from "./today-card.tsx";

export const metadata: Metadata = { title: "Sites" };

const PAGE_SIZE = 50;
/** Fewer sites are seen at once and need no search. */
const MANY = 12;
const DAY_MS = 86_400_000;
const query = z.object({
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** All sites of a team, those in trouble first, and what the last day changed. */
export default async function SitesPage({ searchParams }: PageQuery) {
  const member = await requireMember("sites.see");
  const { q, page } = query.parse(await searchParams);
  const now = new Date();
  const wanted = { teamId: member.teamId, now };
  const [sites, changes] = await Promise.all([findSites(getDatabase(), wanted), findToday(getDatabase(), wanted)]);
  if (sites.length === 0) return <FirstSite canAdd={may(member, "sites.add")} />;
  const found = arrangeSites(sites.map(withTroubles), q);
  const crawled = sites.filter(({ last }) => last?.state === "finished" && now.getTime() - last.at.getTime() < DAY_MS).length;
  return (
    <>
      <PageHeader title="Sites" action={may(member, "sites.add") && <AddSite />}>
        {seesAllSites(member.teamId)
          ? `${formatCount(sites.filter((site) => !site.pausedBy).length)} of ${formatCount(PLANS[member.plan].sites)} sites in your plan`
          : `${plural(sites.length, "site")} that you look after`}
      </PageHeader>
      {may(member, "channels.see") && <StoppedChannels teamId={teamOf(member.teamId)} />}
      {may(member, "recipients.change") && <SuppressedRecipients teamId={member.teamId} />}
      <TodayCard changes={changes} crawled={crawled} />
      {sites.length >= MANY && <SiteSearch typed={q} />}
      {found.length === 0 ? (
        <EmptyState icon={SearchX} title={`No site has “${q}” in its name or address`} />
      ) : (
        <SiteList sites={found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((site) => siteRowFacts(site, now))} />
      )}
      <Pagination
        label="Pages of sites"
        page={page}
        pageSize={PAGE_SIZE}
        total={found.length}
        hrefOf={(other) => `/sites?${new URLSearchParams({ ...(q && { q }), page: String(other) })}`}
      />
    </>
  );
}

function withTroubles(site: SiteSummary) {
  const isProven = isProvenSite(site, getSettings().ALLOWED_PRIVATE_HOSTS);
  const troubles = siteTroubles({ ...site, isProven });
  return { ...site, troubles, rank: troubleRank(troubles) };
}

function AddSite() {
  return (
    <ButtonLink href="/sites/new" variant="primary">
      <Plus aria-hidden className="size-4" /> Add a site
    </ButtonLink>
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
