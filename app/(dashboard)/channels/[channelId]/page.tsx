import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Badge } from "#app/_components/badge.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findChannel, findChannelDeliveries } from "#prisma/queries/channels/find-channels.ts";
import { findSiteNames } from "#prisma/queries/channels/find-site-names.ts";
import { CHANNEL_KIND_WORDS } from "#worker/core/channels/channel.ts";
import { may } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { channelState } from "#worker/core/view/channels/delivery-words.ts";
import { RemoveChannelButton } from "../remove-channel-button.tsx";
import { StoppedNotice } from "../stopped-notice.tsx";
import { DeliveryList } from "./delivery-list.tsx";
import { EditChannelForm } from "./edit-channel-form.tsx";
import { PauseChannelForm } from "./pause-channel-form.tsx";
import { RenewSecretForm } from "./renew-secret-form.tsx";
import { TestChannelForm } from "./test-channel-form.tsx";
import { WebhookExample } from "./webhook-example.tsx";

export const metadata: Metadata = { title: "Channel" };

/** One Channel: test, settings, and what was sent. */
export default async function ChannelPage({ params }: { params: Promise<{ channelId: string }> }) {
  const member = await requireMember("channels.see");
  const teamId = teamOf(member.teamId);
  const channelId = z.uuid().safeParse((await params).channelId);
  const wanted = channelId.success ? { teamId, channelId: channelId.data } : null;
  const channel = wanted && (await findChannel(getDatabase(), wanted));
  if (!wanted || !channel) notFound();
  const [deliveries, sites] = await Promise.all([
    findChannelDeliveries(getDatabase(), wanted),
    findSiteNames(getDatabase(), { teamId }),
  ]);
  const canChange = may(member, "channels.change");
  const { kind, name, addressShown } = channel;
  const { words, tone } = channelState(channel);
  return (
    <div className="max-w-3xl space-y-6">
      <PageHeader title={name}>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={tone}>{words}</Badge> {CHANNEL_KIND_WORDS[kind]} · {addressShown} ·{" "}
          <PageLink href="/channels" className="text-link">
            All channels
          </PageLink>
        </span>
      </PageHeader>
      <StoppedNotice channel={channel} />
      {canChange && (
        <Card>
          <CardHeader title="Test">Sends one message now and shows what the other side answers.</CardHeader>
          <TestChannelForm channelId={channel.id} />
        </Card>
      )}
      <Card>
        <CardHeader title="Messages">The last 50, newest first. A message that fails is tried again for five days.</CardHeader>
        <DeliveryList deliveries={deliveries} />
      </Card>
      {canChange && (
        <>
          <Card>
            <CardHeader title="Settings" />
            <EditChannelForm channel={channel} sites={sites} />
          </Card>
          {kind === "webhook" && (
            <Card>
              <CardHeader title="Signing secret">
                If others may have seen it, create a new one. For a day we sign with both, so that no message is refused.
              </CardHeader>
              <RenewSecretForm channelId={channel.id} previousUntil={channel.previousUntil} />
              <WebhookExample />
            </Card>
          )}
          <Card>
            <CardHeader title={channel.stoppedBy ? "Resume or remove" : "Pause or remove"}>
              {channel.stoppedBy
                ? "After you resume it, it gets what changes from then on."
                : "While it is paused we send nothing, and do not send it later."}
            </CardHeader>
            <div className="flex flex-wrap items-start gap-3">
              <PauseChannelForm channelId={channel.id} isStopped={channel.stoppedBy !== null} />
              <RemoveChannelButton channelId={channel.id} name={name} leaves />
            </div>
          </Card>
        </>
      )}
    </div>
  );
}
