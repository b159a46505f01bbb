import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";

type Props = Payload<"channel_stopped"> & { links: MailLinks };

export default function ChannelStoppedMail({ channelId, channelName, because, answer, links }: Props) {
  const reason = because === "gone" ? "The other side said that the address is gone." : "No message got through for 5 days.";
  return (
    <MailFrame
      preview={`${reason} ${answer}`}
      homeUrl={links.home}
      footer={{
        reason: "You get this mail because you own the team of this channel.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>We switched off the channel “{channelName}”</MailHeading>
      <MailParagraph>
        {reason} The last answer: {answer}
      </MailParagraph>
      <MailParagraph>
        We send nothing more to it. Mails and your reports go on as before. Correct the address, send a test, then resume the
        channel.
      </MailParagraph>
      <MailButton href={links.channel(channelId)}>Open the channel</MailButton>
    </MailFrame>
  );
}

ChannelStoppedMail.PreviewProps = {
  channelId: "sample",
  channelName: "#website in Slack",
  because: "failing",
  answer: "404 no_service",
  links: makeMailLinks("https://flawless.example"),
} satisfies Props;
