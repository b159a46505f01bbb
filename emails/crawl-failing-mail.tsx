import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";

type Props = Payload<"crawl_failing"> & { links: MailLinks };

export default function CrawlFailingMail({ siteId, siteName, failedDays, message, recipientToken, links }: Props) {
  return (
    <MailFrame
      preview={message}
      homeUrl={links.home}
      footer={{
        reason: `You get the reports about ${siteName}.`,
        settingsUrl: links.settings(siteId),
        unsubscribeUrl: links.unsubscribe(recipientToken),
      }}
    >
      <MailHeading>{siteName} could not be checked</MailHeading>
      <MailParagraph>
        For {failedDays} days in a row we could not read the site. The last time: {message}
      </MailParagraph>
      <MailParagraph>
        Nothing in your report changed meanwhile. We keep trying every day and write once more when it works again.
      </MailParagraph>
      <MailButton href={links.crawls(siteId)}>See what happened</MailButton>
    </MailFrame>
  );
}

CrawlFailingMail.PreviewProps = {
  siteId: "sample",
  siteName: "harbour-bakery.example",
  failedDays: 3,
  message: "The server did not answer within 20 seconds.",
  recipientToken: "sample",
  links: makeMailLinks("https://flawless.example"),
} satisfies Props;
