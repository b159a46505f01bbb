import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";

type Props = Payload<"security_notice"> & { links: MailLinks };

type Words = { heading: string; what: string; unexpected: string };

/** Wording of each notice. A person who made the change needs to read only one line. */
export const NOTICE_WORDS: Record<Payload<"security_notice">["notice"], Words> = {
  password_changed: {
    heading: "Your password was changed",
    what: "The password of your account was changed.",
    unexpected: "If that was not you, choose a new password at once: whoever did it can sign in as you.",
  },
  two_factor_off: {
    heading: "Two-factor sign-in was turned off",
    what: "From now on your password alone signs in to your account.",
    unexpected:
      "If that was not you, choose a new password at once, then turn two-factor sign-in on again: whoever did it knows your password.",
  },
  codes_refused: {
    heading: "Somebody tried many codes for your account",
    what: "Somebody entered your right password, and then many codes. No more codes are taken for up to an hour.",
    unexpected: "If that was not you, choose a new password at once: someone else knows your current one.",
  },
};

const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

export default function SecurityNoticeMail({ notice, at, device, network, links }: Props) {
  const { heading, what, unexpected } = NOTICE_WORDS[notice];
  const from = [device, network && `network ${network}`].filter(Boolean).join(", ");
  return (
    <MailFrame
      preview={what}
      homeUrl={links.home}
      footer={{
        reason: "You get this mail because it is about the security of your account.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>{heading}</MailHeading>
      <MailParagraph>{what}</MailParagraph>
      <MailParagraph>
        When: {MOMENT.format(new Date(at))} (UTC)
        {from && `. From: ${from}`}.
      </MailParagraph>
      <MailParagraph>{unexpected} If it was you, there is nothing to do.</MailParagraph>
      <MailButton href={links.forgotPassword}>Choose a new password</MailButton>
    </MailFrame>
  );
}

SecurityNoticeMail.PreviewProps = {
  notice: "two_factor_off",
  at: "2026-11-29T05:12:00.000Z",
  device: "Firefox on Windows",
  network: "203.0.113.x",
  links: makeMailLinks("https://flawless.example"),
} satisfies Props;
