import type { Metadata } from "next";
import { Card } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findSiteNames } from "#prisma/queries/channels/find-site-names.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { AddChannelForm } from "./add-channel-form.tsx";

export const metadata: Metadata = { title: "Add a channel" };

/** Adds a Channel: where to send, the address, and which Sites. */
export default async function NewChannelPage() {
  const member = await requireMember("channels.change");
  const sites = await findSiteNames(getDatabase(), { teamId: teamOf(member.teamId) });
  return (
    <div className="max-w-2xl">
      <PageHeader title="Add a channel">
        <PageLink href="/channels" className="text-link">
          All channels
        </PageLink>
      </PageHeader>
      <Card>
        <AddChannelForm sites={sites} />
      </Card>
    </div>
  );
}
