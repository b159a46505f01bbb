import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Banner } from "#app/_components/banner.tsx";
import { NavTabs } from "#app/_components/nav-tabs.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findCrawlUnderWay } from "#prisma/queries/crawls/live/find-crawl-under-way.ts";
import { heldWords } from "#worker/core/operating/held-words.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { CrawlNowButton } from "./crawl-now-button.tsx";
import { requireSite } from "./require-site.ts";

type Props = { params: Promise<{ siteId: string }>; children: ReactNode };

export async function generateMetadata({ params }: Omit<Props, "children">): Promise<Metadata> {
  const { site } = await requireSite((await params).siteId);
  return { title: { default: site.name, template: `%s · ${site.name} · Flawless` } };
}

/** The header of every page about one site. */
export default async function SiteLayout({ params, children }: Props) {
  const { siteId } = await params;
  const { site, member, canChange } = await requireSite(siteId);
  const mayCrawl = canChange && !site.pausedBy && !site.heldAt;
  const underWay = mayCrawl ? await findCrawlUnderWay(getDatabase(), { teamId: member.teamId, siteId: site.id }) : null;
  const path = `/sites/${site.id}`;
  return (
    <>
      <PageLink href="/sites" className="mb-1 inline-block py-1 text-sm text-muted hover:underline">
        ← All sites
      </PageLink>
      <PageHeader title={site.name} action={mayCrawl && <CrawlNowButton siteId={site.id} underWay={underWay} />}>
        <WebLink href={site.startUrl} className="text-muted hover:underline">
          {shownAddress(site.startUrl)}
        </WebLink>
      </PageHeader>
      <NavTabs
        label={`Pages about ${site.name}`}
        tabs={[
          { href: path, label: "Issues", also: `${path}/issues/` },
          { href: `${path}/pages`, label: "Pages", also: `${path}/pages/` },
          { href: `${path}/crawls`, label: "History", also: `${path}/crawls/` },
          { href: `${path}/trends`, label: "Trends" },
          { href: `${path}/dictionary`, label: "Dictionary" },
          { href: `${path}/share`, label: "Share" },
          { href: `${path}/settings`, label: "Settings", also: `${path}/settings/` },
        ]}
      />
      {site.heldAt && (
        <div className="mb-6">
          <Banner tone="warning">{heldWords("site", site.heldReason)}</Banner>
        </div>
      )}
      {children}
    </>
  );
}
