import { ButtonLink } from "#app/_components/button.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findStoppedChannels } from "#prisma/queries/channels/find-channels.ts";
import { StoppedNotice } from "./stopped-notice.tsx";

/** Notices about the Team's Channels that we switched off; nothing without one. */
export async function StoppedChannels({ teamId }: { teamId: string }) {
  const stopped = await findStoppedChannels(getDatabase(), teamId);
  if (stopped.length === 0) return null;
  return (
    <div className="mb-6 space-y-3">
      {stopped.map((channel) => (
        <StoppedNotice
          key={channel.id}
          channel={channel}
          action={
            <ButtonLink href={`/channels/${channel.id}`} size="small">
              Open the channel
            </ButtonLink>
          }
        />
      ))}
    </div>
  );
}
