import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";

type Props = { url: string; homeUrl: string };

export default function ResetMail({ url, homeUrl }: Props) {
  return (
    <MailFrame
      preview="The link works for 1 hour."
      homeUrl={homeUrl}
      footer={{
        reason:
          "You get this mail because someone asked for a new password for this address. If that was not you, ignore this mail; nothing changes.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>Choose a new password</MailHeading>
      <MailParagraph>The link works once and for 1 hour.</MailParagraph>
      <MailButton href={url}>Choose a new password</MailButton>
    </MailFrame>
  );
}

ResetMail.PreviewProps = {
  url: "https://flawless.example/reset-password?token=sample",
  homeUrl: "https://flawless.example",
} satisfies Props;
