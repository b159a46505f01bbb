import { Banner } from "#app/_components/banner.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getSettings } from "#app/_lib/settings.ts";
import { isProvenSite, MAX_MISSES, UNPROVEN_PAGES } from "#worker/core/ownership/is-proven.ts";
import { PLANS, type PlanId } from "#worker/core/plans.ts";
import { formatCount } from "#worker/core/text/plural.ts";

type Props = {
  site: { id: string; startUrl: string; provenAt: Date | null; proofMisses: number };
  plan: PlanId;
};

/** Says that an unverified site is read slowly and in part, and how to verify it. */
export function UnverifiedNotice({ site, plan }: Props) {
  if (isProvenSite(site, getSettings().ALLOWED_PRIVATE_HOSTS)) return null;
  const isLost = site.proofMisses >= MAX_MISSES;
  return (
    <div className="mb-4">
      <Banner
        compact
        tone={isLost ? "warning" : "info"}
        title={isLost ? "We can no longer find the proof that this site is yours." : "Is this site yours?"}
        action={
          <PageLink href={`/sites/${site.id}/settings/access#proof`} className="text-link">
            {isLost ? "See what is missing" : "Verify that it is yours"}
          </PageLink>
        }
      >
        {isLost && "We looked for it several times. "}
        Until you verify your site, we read up to {UNPROVEN_PAGES} pages, slowly. After that we read up to{" "}
        {formatCount(PLANS[plan].pagesPerSite)}, and faster.
      </Banner>
    </div>
  );
}
