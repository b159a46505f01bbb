import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";

type Props = { siteName: string; invitedBy: string; confirmUrl: string; homeUrl: string };

export default function RecipientConfirmationMail({ siteName, invitedBy, confirmUrl, homeUrl }: Props) {
  return (
    <MailFrame
      preview={`${invitedBy} wants you to get the reports.`}
      homeUrl={homeUrl}
      footer={{
        reason: "Nothing more is sent to this address unless you agree. If you do not know what this is about, ignore it.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>Reports about {siteName}</MailHeading>
      <MailParagraph>
        {invitedBy} asked Flawless to send you the reports about {siteName}: a short e-mail when a new mistake or broken link
        appears on the site, or one goes away. No change, no e-mail.
      </MailParagraph>
      <MailButton href={confirmUrl}>Yes, send me the reports</MailButton>
    </MailFrame>
  );
}

RecipientConfirmationMail.PreviewProps = {
  siteName: "harbour-bakery.example",
  invitedBy: "ann@harbour-bakery.example",
  confirmUrl: "https://flawless.example/confirm/sample",
  homeUrl: "https://flawless.example",
} satisfies Props;
