import type { Metadata } from "next";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PLANS } from "#worker/core/plans.ts";
import { requireSite } from "../../require-site.ts";
import { ViewerNotice } from "../viewer-notice.tsx";
import { CrawlingForm } from "./crawling-form.tsx";
import { IgnoredLinksForm } from "./ignored-links-form.tsx";

type Props = { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Crawling" };

/** When a site is crawled, which pages are read and which links are checked. */
export default async function CrawlingSettingsPage({ params }: Props) {
  const { site, member, canChange } = await requireSite((await params).siteId);
  if (!canChange) return <ViewerNotice />;
  return (
    <>
      <Card>
        <CardHeader title="How we read the site" />
        <CrawlingForm site={site} mostPages={PLANS[member.plan].pagesPerSite} timeZones={timeZones(site.timeZone)} />
      </Card>
      <Card>
        <CardHeader title="Links that we do not check">
          We do not request these addresses and report nothing about them. Use this for sites that block programs.
        </CardHeader>
        <IgnoredLinksForm siteId={site.id} ignoredLinks={site.ignoredLinks} />
      </Card>
    </>
  );
}

/** Returns all zones that this runtime knows, and the Site's own even if it has an older name. */
function timeZones(own: string): string[] {
  return [...new Set(["UTC", own, ...Intl.supportedValuesOf("timeZone")])].sort();
}
