import { quotableHost } from "#worker/core/view/quotable-host.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";

/** `siteHost` null: a question written before mails named the host. */
type Props = { siteHost: string | null; confirmUrl: string; homeUrl: string };

/**
 * The question to an address that has not agreed to anything. It holds nothing that a sender may write freely, or Flawless could be used to send
 * advertising: not the sender's address, and the site only by a short host, which mail programs do not turn into a link here.
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

/** A host with a zero-width non-joiner after each dot, so that no mail program makes a link of it. */
function PlainHost({ host }: { host: string }) {
  return <span>{host.replaceAll(".", ".\u200c")}</span>;
}

RecipientConfirmationMail.PreviewProps = {
  siteHost: "harbour-bakery.example",
  confirmUrl: "https://flawless.example/confirm/sample",
  homeUrl: "https://flawless.example",
} satisfies Props;
