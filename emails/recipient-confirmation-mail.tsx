import { quotableHost } from "#worker/core/view/quotable-host.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";

/** `siteHost` is null in mails stored before they named the host. */
type Props = { siteHost: string | null; confirmUrl: string; homeUrl: string };

/**
 * Asks an address that has not agreed to anything. Contains no text that the sender can choose, or Flawless could be used for
 * advertising: no sender address, and of the site only a short host that mail programs do not turn into a link.
 */
export default function RecipientConfirmationMail({ siteHost, confirmUrl, homeUrl }: Props) {
  const host = siteHost && quotableHost(siteHost);
  return (
    <MailFrame
      preview="Somebody asked us to send you the reports about a web site."
      homeUrl={homeUrl}
      footer={{
        reason: "Nothing more is sent to this address unless you agree. If you do not know what this is about, ignore it.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>Do you want these reports?</MailHeading>
      <MailParagraph>
        A user of Flawless asked us to send you the reports about {host ? <PlainHost host={host} /> : "a web site"}: a short
        e-mail when a new mistake or broken link appears there, or one goes away. No change, no e-mail.
      </MailParagraph>
      <MailButton href={confirmUrl}>Yes, send me the reports</MailButton>
    </MailFrame>
  );
}

/** A host with a zero-width non-joiner after each dot, so that no mail program turns it into a link. */
function PlainHost({ host }: { host: string }) {
  return <span>{host.replaceAll(".", ".\u200c")}</span>;
}

RecipientConfirmationMail.PreviewProps = {
  siteHost: "harbour-bakery.example",
  confirmUrl: "https://flawless.example/confirm/sample",
  homeUrl: "https://flawless.example",
} satisfies Props;
