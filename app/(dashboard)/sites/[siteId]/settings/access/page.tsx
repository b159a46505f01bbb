import type { Metadata } from "next";
import { getDatabase } from "#app/_lib/database.ts";
import { findSignIn } from "#prisma/queries/sites/find-sign-in.ts";
import { findSiteVerification } from "#prisma/queries/sites/find-site-verification.ts";
import { requireSite } from "../../require-site.ts";
import { ViewerNotice } from "../viewer-notice.tsx";
import { SignInCard } from "./sign-in-card.tsx";
import { VerificationCard } from "./verification-card.tsx";

type Props = { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Access" };

/** The proof that a site belongs to the team, and the sign-in for its protected pages. */
export default async function AccessSettingsPage({ params }: Props) {
  const { site, member, canChange } = await requireSite((await params).siteId);
  if (!canChange) return <ViewerNotice />;
  const wanted = { teamId: member.teamId, siteId: site.id };
  const [signIn, verification] = await Promise.all([
    findSignIn(getDatabase(), wanted),
    findSiteVerification(getDatabase(), wanted),
  ]);
  const shown = { siteId: site.id, timeZone: site.timeZone, now: new Date() };
  return (
    <>
      {verification && <VerificationCard {...shown} verification={verification} />}
      <SignInCard {...shown} signIn={signIn} />
    </>
  );
}
