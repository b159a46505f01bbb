import type { ReactNode } from "react";
import { Banner } from "#app/_components/banner.tsx";
import type { ChannelView } from "#prisma/queries/channels/find-channels.ts";
import { answerText } from "#worker/core/view/channels/delivery-words.ts";

type StoppedNoticeProps = { channel: Pick<ChannelView, "name" | "stoppedBy" | "last">; action?: ReactNode };

/** Says that we switched a Channel off, and why; nothing if we did not. */
export function StoppedNotice({ channel: { name, stoppedBy, last }, action }: StoppedNoticeProps) {
  if (stoppedBy === null || stoppedBy === "person") return null;
  return (
    <Banner tone="danger" title={`We switched off the channel “${name}”`} action={action}>
      <p>
        {stoppedBy === "gone" ? "The other side said that the address is gone." : "No message got through for 5 days."}{" "}
        {last && last.state !== "sent" && answerText(last)}
      </p>
      <p>Correct the address, send a test, then resume the channel.</p>
    </Banner>
  );
}
