import { MessageSquareShare, Plus } from "lucide-react";
import type { Metadata } from "next";
import { Banner } from "#app/_components/banner.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findChannels } from "#prisma/queries/channels/find-channels.ts";
import { findSiteNames } from "#prisma/queries/channels/find-site-names.ts";
import { may, refusalOf } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { ChannelRow } from "./channel-row.tsx";

export const metadata: Metadata = { title: "Channels" };

/** The Team's Channels. */
export default async function ChannelsPage() {
  const member = await requireMember("team.belong");
  const refusal = refusalOf(member, "channels.see");
  if (refusal)
    return (
      <div className="max-w-3xl">
        <PageHeader title="Channels" />
        <Banner title={refusal} />
      </div>
    );
  const teamId = teamOf(member.teamId);
  const [channels, sites] = await Promise.all([
    findChannels(getDatabase(), { teamId }),
    findSiteNames(getDatabase(), { teamId }),
  ]);
  const canChange = may(member, "channels.change");
  const names = new Map(sites.map(({ id, label }) => [id, label]));
  return (
    <div className="max-w-3xl">
      <PageHeader title="Channels" action={canChange && channels.length > 0 && <AddChannel />}>
        What changed on your sites, in Slack, Microsoft Teams or your own programs.
      </PageHeader>
      {channels.length === 0 ? (
        <EmptyState icon={MessageSquareShare} title="No channels yet" action={canChange && <AddChannel />}>
          {canChange
            ? "Send new issues, and issues that are gone, to Slack, Microsoft Teams or a webhook. As with the mails: when nothing changes, nothing is sent."
            : "An owner or editor of the team can add one."}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} siteNames={names} canChange={canChange} />
          ))}
        </ul>
      )}
    </div>
  );
}

function AddChannel() {
  return (
    <ButtonLink href="/channels/new" variant="primary">
      <Plus aria-hidden className="size-4" /> Add a channel
    </ButtonLink>
  );
}
