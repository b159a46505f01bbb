import { Badge } from "#app/_components/badge.tsx";
import { Moment } from "#app/_components/moment.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { ChannelView } from "#prisma/queries/channels/find-channels.ts";
import { CHANNEL_KIND_WORDS } from "#worker/core/channels/channel.ts";
import { plural } from "#worker/core/text/plural.ts";
import { answerText, channelState } from "#worker/core/view/channels/delivery-words.ts";
import { RemoveChannelButton } from "./remove-channel-button.tsx";

type ChannelRowProps = { channel: ChannelView; siteNames: ReadonlyMap<string, string>; canChange: boolean };

/** One Channel in the list: where it leads, what it covers, and how its last message fared. */
export function ChannelRow({ channel, siteNames, canChange }: ChannelRowProps) {
  const { id, kind, name, addressShown, last } = channel;
  const { words, tone } = channelState(channel);
  return (
    <li className="flex items-start gap-x-4 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <PageLink href={`/channels/${id}`} className="font-medium hover:underline">
            {name}
          </PageLink>
          <Badge tone={tone}>{words}</Badge>
        </p>
        <p className="text-sm text-muted">
          {CHANNEL_KIND_WORDS[kind]} · {addressShown} · {sitesText(channel, siteNames)}
        </p>
        {last && (
          <p className="text-sm text-muted">
            Last message <Moment at={last.triedAt ?? last.createdAt} />
            {last.state === "sent" ? ", delivered" : `. ${answerText(last)}`}
          </p>
        )}
      </div>
      {canChange && <RemoveChannelButton channelId={id} name={name} />}
    </li>
  );
}

function sitesText({ allSites, siteIds }: ChannelView, names: ReadonlyMap<string, string>): string {
  if (allSites) return "all sites";
  const [first] = siteIds;
  return siteIds.length === 1 && first !== undefined ? (names.get(first) ?? "1 site") : plural(siteIds.length, "site");
}
