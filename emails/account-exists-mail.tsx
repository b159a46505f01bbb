import { Link } from "react-email";
import { MailFrame } from "./mail-frame.tsx";
import { style } from "./mail-style.ts";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";

type Props = { signInUrl: string; resetUrl: string; homeUrl: string };

export default function AccountExistsMail({ signInUrl, resetUrl, homeUrl }: Props) {
  return (
    <MailFrame
      preview="Sign in, or choose a new password."
      homeUrl={homeUrl}
      footer={{
        reason:
          "You get this mail because somebody signed up at Flawless with this address. If that was not you, ignore it: nothing changes.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>You already have an account</MailHeading>
      <MailParagraph>
        Somebody signed up with this address, which has an account. If it was you, sign in. If you forgot the password, choose a
        new one at{" "}
        <Link href={resetUrl} style={style.link} className="m-link">
          {resetUrl}
        </Link>
        .
      </MailParagraph>
      <MailButton href={signInUrl}>Sign in</MailButton>
    </MailFrame>
  );
}

AccountExistsMail.PreviewProps = {
  signInUrl: "https://flawless.example/sign-in",
  resetUrl: "https://flawless.example/forgot-password",
  homeUrl: "https://flawless.example",
} satisfies Props;
