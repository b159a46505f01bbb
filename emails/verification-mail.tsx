import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";

type Props = { url: string; homeUrl: string };

export default function VerificationMail({ url, homeUrl }: Props) {
  return (
    <MailFrame
      preview="Choose your password, and your first site can be checked."
      homeUrl={homeUrl}
      footer={{
        reason:
          "You get this mail because someone signed up at Flawless with this address. If that was not you, ignore this mail.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>Confirm your e-mail address</MailHeading>
      <MailParagraph>
        Choose your password at this link, and you can add your first site. Its first report takes about a minute.
      </MailParagraph>
      <MailButton href={url}>Confirm and choose a password</MailButton>
    </MailFrame>
  );
}

VerificationMail.PreviewProps = {
  url: "https://flawless.example/verify?token=sample",
  homeUrl: "https://flawless.example",
} satisfies Props;
