import type { Metadata } from "next";
import { getDatabase } from "#app/_lib/database.ts";
import { findRecipients } from "#prisma/queries/recipients/find-recipients.ts";
import { seesAllSites } from "#worker/core/people/team-scope.ts";
import { PLANS } from "#worker/core/plans.ts";
import { requireSite } from "../../require-site.ts";
import { ViewerNotice } from "../viewer-notice.tsx";
import { RecipientsCard } from "./recipients-card.tsx";

type Props = { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Mail" };

/** The recipients of a site's mails. */
export default async function MailSettingsPage({ params }: Props) {
  const { site, member, canChange } = await requireSite((await params).siteId);
  if (!canChange) return <ViewerNotice />;
  const recipients = await findRecipients(getDatabase(), { teamId: member.teamId, siteId: site.id });
  const most = PLANS[member.plan].recipientsPerSite;
  const shown = { siteId: site.id, recipients, most, ownEmail: member.email };
  return <RecipientsCard {...shown} seesAll={seesAllSites(member.teamId)} />;
}
