import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";
import { countOf } from "./wording.ts";

type Props = Payload<"crawl_recovered"> & { links: MailLinks };

export default function CrawlRecoveredMail({ siteId, siteName, failedDays, pagesChecked, recipientToken, links }: Props) {
  return (
    <MailFrame
      preview={`We checked ${countOf(pagesChecked, "page")}.`}
      homeUrl={links.home}
      footer={{
        reason: `You get this mail because you get the reports about ${siteName}.`,
        settingsUrl: links.settings(siteId),
        unsubscribeUrl: links.unsubscribe(recipientToken),
      }}
    >
      <MailHeading>We can read {siteName} again</MailHeading>
      <MailParagraph>
        After {countOf(failedDays, "day")} we could read the site again and checked {countOf(pagesChecked, "page")}. If
        something changed in the meantime, we send you a separate mail.
      </MailParagraph>
      <MailButton href={links.site(siteId)}>Open the site’s report</MailButton>
    </MailFrame>
  );
}

CrawlRecoveredMail.PreviewProps = {
  siteId: "sample",
  siteName: "harbour-bakery.example",
  failedDays: 4,
  pagesChecked: 37,
  recipientToken: "sample",
  links: makeMailLinks("https://flawless.example"),
} satisfies Props;
