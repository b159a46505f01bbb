import type { Metadata } from "next";
import Link from "next/link";
import { Banner } from "#app/_components/banner.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findRecipients } from "#prisma/queries/recipients/find-recipients.ts";
import { findSignIn } from "#prisma/queries/sites/find-sign-in.ts";
import { findSiteVerification } from "#prisma/queries/sites/find-site-verification.ts";
import { PLANS } from "#worker/core/plans.ts";
import { requireSite } from "../require-site.ts";
import { DeleteSiteForm } from "./delete-site-form.tsx";
import { IgnoredLinksForm } from "./ignored-links-form.tsx";
import { PauseCard } from "./pause-card.tsx";
import { RecipientsCard } from "./recipients-card.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { SignInCard } from "./sign-in-card.tsx";
import { StyleRulesForm } from "./style-rules-form.tsx";
import { VerificationCard } from "./verification-card.tsx";

type Props = { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Settings" };

/** All settings of a site. */
export default async function SettingsPage({ params }: Props) {
  const { site, member, canChange } = await requireSite((await params).siteId);
  if (!canChange)
    return (
      <Banner tone="info" title="You can view this site but not change its settings">
        Ask the team's owner to make you an editor.
      </Banner>
    );
  const wanted = { teamId: member.teamId, siteId: site.id };
  const db = getDatabase();
  const [recipients, signIn, verification] = await Promise.all([
    findRecipients(db, wanted),
    findSignIn(db, wanted),
    findSiteVerification(db, wanted),
  ]);
  const plan = PLANS[member.plan];
  return (
    <div className="max-w-3xl space-y-6">
      <Card>
        <CardHeader title="How we read the site" />
        <SettingsForm site={site} mostPages={plan.pagesPerSite} timeZones={timeZones(site.timeZone)} />
      </Card>
      {verification && (
        <VerificationCard siteId={site.id} verification={verification} timeZone={site.timeZone} now={new Date()} />
      )}
      <SignInCard siteId={site.id} signIn={signIn} timeZone={site.timeZone} now={new Date()} />
      <Card>
        <CardHeader title="Links that we do not check">
          We do not request these addresses and report nothing about them. Use this for sites that block programs.
        </CardHeader>
        <IgnoredLinksForm siteId={site.id} ignoredLinks={site.ignoredLinks} />
        <p className="mt-4">
          <Link href={`/sites/${site.id}/settings/ignored`} className="text-link">
            Everything that is ignored
          </Link>
        </p>
      </Card>
      <Card>
        <CardHeader title="Advice about style">
          We can also check the style of English texts. We show the advice here and never mail it.
        </CardHeader>
        <StyleRulesForm siteId={site.id} styleRules={site.styleRules} />
      </Card>
      <RecipientsCard siteId={site.id} recipients={recipients} most={plan.recipientsPerSite} ownEmail={member.email} />
      <PauseCard siteId={site.id} pausedBy={site.pausedBy} />
      <Card>
        <CardHeader title="Delete this site">
          This deletes its reports, history and dictionary for good. Words for all your sites stay.
        </CardHeader>
        <DeleteSiteForm siteId={site.id} name={site.name} />
      </Card>
    </div>
  );
}

/** Returns all zones that this runtime knows, and the Site's own even if it has an older name. */
function timeZones(own: string): string[] {
  return [...new Set(["UTC", own, ...Intl.supportedValuesOf("timeZone")])].sort();
}
