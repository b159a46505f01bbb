import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";

type Props = { url: string; homeUrl: string };

export default function VerificationMail({ url, homeUrl }: Props) {
  return (
    <MailFrame
      preview="Confirm your address to add your first site."
      homeUrl={homeUrl}
      footer={{
        reason:
          "You get this mail because someone signed up at Flawless with this address. If that was not you, ignore this mail.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>Confirm your e-mail address</MailHeading>
      <MailParagraph>Confirm your address to add your first site. The first report takes about a minute.</MailParagraph>
      <MailButton href={url}>Confirm and add a site</MailButton>
    </MailFrame>
  );
}

VerificationMail.PreviewProps = {
  url: "https://flawless.example/verify?token=sample",
  homeUrl: "https://flawless.example",
} satisfies Props;
