import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Card } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findSiteNames } from "#prisma/queries/channels/find-site-names.ts";
import { AddChannelForm } from "./add-channel-form.tsx";

export const metadata: Metadata = { title: "Add a channel" };

/** Adds a Channel: where to send, the address, and which Sites. */
export default async function NewChannelPage() {
  const { teamId, role } = await requireMember();
  if (role === "viewer") notFound();
  const sites = await findSiteNames(getDatabase(), { teamId });
  return (
    <div className="max-w-2xl">
      <PageHeader title="Add a channel">
        <Link href="/channels" className="text-link">
          All channels
        </Link>
      </PageHeader>
      <Card>
        <AddChannelForm sites={sites} />
      </Card>
    </div>
  );
}
