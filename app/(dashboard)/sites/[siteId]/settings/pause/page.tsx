import type { Metadata } from "next";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { contactAddress } from "#app/_lib/contact-address.ts";
import { DELETED_KEPT_DAYS } from "#worker/core/deletion/erased-at.ts";
import { may } from "#worker/core/people/rights.ts";
import { requireSite } from "../../require-site.ts";
import { ViewerNotice } from "../viewer-notice.tsx";
import { DeleteSiteForm } from "./delete-site-form.tsx";
import { PauseCard } from "./pause-card.tsx";

type Props = { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Pause or delete" };

/** Stops the daily crawls for a time, or deletes the site. */
export default async function PauseSettingsPage({ params }: Props) {
  const { site, member, canChange } = await requireSite((await params).siteId);
  if (!canChange) return <ViewerNotice />;
  return (
    <>
      <PauseCard siteId={site.id} pausedBy={site.pausedBy} />
      {may(member, "sites.delete") && (
        <Card>
          <CardHeader title="Delete this site">
            This deletes its reports, history and dictionary. Words for all your sites stay. To get the site back, write to{" "}
            {contactAddress()} within {DELETED_KEPT_DAYS} days; after that we erase it for good.
          </CardHeader>
          <DeleteSiteForm siteId={site.id} name={site.name} />
        </Card>
      )}
    </>
  );
}
