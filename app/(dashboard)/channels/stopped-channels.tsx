import { ButtonLink } from "#app/_components/button.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findChannels } from "#prisma/queries/channels/find-channels.ts";
import { StoppedNotice } from "./stopped-notice.tsx";

/** Notices about the Team's Channels that we switched off; nothing without one. */
export async function StoppedChannels({ teamId }: { teamId: string }) {
  const channels = await findChannels(getDatabase(), { teamId });
  const stopped = channels.filter(({ stoppedBy }) => stoppedBy !== null && stoppedBy !== "person");
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
