import type { Metadata } from "next";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import { requireSite } from "../require-site.ts";
import { EditLinkCard } from "./edit-link-card.tsx";
import { GeneralForm } from "./general-form.tsx";
import { OldAnchors } from "./old-anchors.tsx";
import { ViewerNotice } from "./viewer-notice.tsx";

type Props = { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Settings" };

/** A site's name, address and language. */
export default async function GeneralSettingsPage({ params }: Props) {
  const { site, canChange } = await requireSite((await params).siteId);
  if (!canChange) return <ViewerNotice />;
  return (
    <>
      <OldAnchors path={`/sites/${site.id}/settings`} />
      <Card>
        <CardHeader title="Name and language" />
        <GeneralForm site={site} />
      </Card>
      <Card>
        <CardHeader title="Address">
          The address of a site cannot change. To watch another address, add it as a new site.
        </CardHeader>
        <WebLink href={site.startUrl}>{site.startUrl}</WebLink>
      </Card>
      <EditLinkCard siteId={site.id} startUrl={site.startUrl} editPattern={site.editPattern} />
    </>
  );
}
