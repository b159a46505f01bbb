import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";

type Props = Payload<"crawl_failing"> & { links: MailLinks };

/** Returns the subject of the mail. */
export function failingHeadline({ siteName, failedDays, isMissing }: Pick<Props, "siteName" | "failedDays" | "isMissing">) {
  if (isMissing) return `Most pages of ${siteName} are missing`;
  return failedDays === 1 ? `We could not read ${siteName} today` : `We could not read ${siteName} for ${failedDays} days`;
}

export default function CrawlFailingMail({ siteId, siteName, failedDays, isMissing, message, recipientToken, links }: Props) {
  return (
    <MailFrame
      preview={message}
      homeUrl={links.home}
      footer={{
        reason: `You get this mail because you get the reports about ${siteName}.`,
        settingsUrl: links.settings(siteId),
        unsubscribeUrl: links.unsubscribe(recipientToken),
      }}
    >
      <MailHeading>
        {isMissing ? failingHeadline({ siteName, failedDays, isMissing }) : `We could not read ${siteName}`}
      </MailHeading>
      {isMissing ? (
        <MailParagraph>{message}</MailParagraph>
      ) : (
        <>
          <MailParagraph>
            {failedDays === 1
              ? `We could not read the site today. The reason: ${message}`
              : `We could not read the site for ${failedDays} days in a row. The reason: ${message}`}
          </MailParagraph>
          <MailParagraph>
            Your report stays as it was. We try again every day and write to you when it works again.
          </MailParagraph>
        </>
      )}
      <MailButton href={links.crawls(siteId)}>See what happened</MailButton>
    </MailFrame>
  );
}

CrawlFailingMail.PreviewProps = {
  siteId: "sample",
  siteName: "harbour-bakery.example",
  failedDays: 3,
  isMissing: false,
  message: "The server did not answer within 20 seconds.",
  recipientToken: "sample",
  links: makeMailLinks("https://flawless.example"),
} satisfies Props;
