import type { Metadata } from "next";
import { getDatabase } from "#app/_lib/database.ts";
import { findReportBrand } from "#prisma/queries/report-brand/find-report-brand.ts";
import { findReportFiles } from "#prisma/queries/report-files/find-report-files.ts";
import { findShareLinks } from "#prisma/queries/sharing/find-share-links.ts";
import { findSignIn } from "#prisma/queries/sites/find-sign-in.ts";
import { may } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { requireSite } from "../require-site.ts";
import { BrandCard } from "./brand-card.tsx";
import { LinksCard } from "./links-card.tsx";
import { PdfCard } from "./pdf-card.tsx";

type Props = { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Share" };

/** Ways in which the results of a site leave the product: a PDF, links to read only, a badge and a feed. */
export default async function SharePage({ params }: Props) {
  const { site, member } = await requireSite((await params).siteId);
  const canShare = may(member, "results.share");
  const wanted = { teamId: member.teamId, siteId: site.id };
  const now = new Date();
  const db = getDatabase();
  const [files, links, brand, signIn] = await Promise.all([
    findReportFiles(db, { ...wanted, now }),
    canShare ? findShareLinks(db, wanted) : [],
    findReportBrand(db, teamOf(member.teamId)),
    findSignIn(db, wanted),
  ]);
  const isPrivate = signIn !== null;
  return (
    <div className="max-w-3xl space-y-6">
      <PdfCard siteId={site.id} files={files} />
      {canShare ? (
        <>
          <LinksCard kind="report" siteId={site.id} links={links} now={now} isPrivate={isPrivate} />
          {may(member, "brand.change") && <BrandCard brand={brand} />}
          <LinksCard kind="badge" siteId={site.id} links={links} now={now} />
          <LinksCard kind="feed" siteId={site.id} links={links} now={now} isPrivate={isPrivate} />
        </>
      ) : (
        <p className="text-muted">Owners and editors of your team can also make links for people without an account.</p>
      )}
    </div>
  );
}
