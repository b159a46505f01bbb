import type { Metadata } from "next";
import Link from "next/link";
import { Banner } from "#app/_components/banner.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { Card } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { countActiveSites } from "#prisma/queries/sites/count-active-sites.ts";
import { UNPROVEN_PAGES } from "#worker/core/ownership/is-proven.ts";
import { may, refusalOf } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { PLANS } from "#worker/core/plans.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { AddSiteForm } from "./add-site-form.tsx";

export const metadata: Metadata = { title: "Add a site" };

export default async function NewSitePage() {
  const member = await requireMember("sites.see");
  const plan = PLANS[member.plan];
  const active = await countActiveSites(getDatabase(), teamOf(member.teamId));
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title="Add a site">
        We read up to {formatCount(plan.pagesPerSite)} of its pages now, and then every day. Until you verify that the site is
        yours, we read {UNPROVEN_PAGES}; you can do this later.
      </PageHeader>
      {!may(member, "sites.add") ? (
        <Banner tone="warning" title="You cannot add sites to this team">
          {refusalOf(member, "sites.add")}
        </Banner>
      ) : active >= plan.sites ? (
        <Banner
          tone="warning"
          title={`Your ${plan.name} plan includes ${plural(plan.sites, "site")}, and you have ${formatCount(active)}`}
          action={
            <ButtonLink href="/billing" variant="primary" size="small">
              See the plans
            </ButtonLink>
          }
        >
          Choose a larger plan, or pause or delete a site under{" "}
          <Link href="/sites" className="text-link">
            Sites
          </Link>
          .
        </Banner>
      ) : (
        <Card>
          <AddSiteForm />
        </Card>
      )}
    </div>
  );
}
