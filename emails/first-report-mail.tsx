import { CHECK_IDS, CHECK_KINDS, zeroOfEach } from "#worker/core/checks/check-kinds.ts";
import { OpenedItem } from "./issue-item.tsx";
import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph, MailSubheading } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";
import { sampleItems } from "./sample-items.ts";
import { countMistakes, countOf } from "./wording.ts";

type Props = Payload<"first_report"> & { links: MailLinks };

export default function FirstReportMail({ links, ...report }: Props) {
  const { counts, siteId, siteName, pagesChecked, pagesFailed, top, ownWords } = report;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const pages = countOf(pagesChecked, "page");
  return (
    <MailFrame
      preview={
        total === 0 ? `We read ${pages} and found nothing wrong.` : `We read ${pages} and found ${countMistakes(total)}.`
      }
      homeUrl={links.home}
      footer={{
        reason: `You get the reports about ${siteName}: from now on only what changed.`,
        settingsUrl: links.settings(siteId),
        unsubscribeUrl: links.unsubscribe(report.recipientToken),
      }}
    >
      <MailHeading>{total === 0 ? "Nothing wrong on the site" : `${countMistakes(total)} on ${siteName}`}</MailHeading>
      <MailParagraph>
        We read {pages} of {siteName}
        {total === 0 ? ` and found ${noneInWords()}.` : `: ${inWords(counts)}.`}
        {pagesFailed > 0 && ` ${countOf(pagesFailed, "page")} could not be read; the report says why.`}
      </MailParagraph>
      {top.length > 0 && <MailSubheading>The surest ones</MailSubheading>}
      {top.map((item) => (
        <OpenedItem key={item.issueId} item={item} href={links.issue(siteId, item.issueId)} />
      ))}
      {ownWords > 0 && (
        <MailParagraph>
          Besides, the site often uses {countOf(ownWords, "word")} that no dictionary has. If they are yours, the report takes
          them all over with one button.
        </MailParagraph>
      )}
      <MailParagraph>We come back every day. You hear from us only when something changes.</MailParagraph>
      <MailButton href={links.site(siteId)}>See the whole report</MailButton>
    </MailFrame>
  );
}

function inWords(counts: Props["counts"]): string {
  const said = CHECK_IDS.filter((check) => CHECK_KINDS[check].saysNone || counts[check] > 0);
  return said.map((check) => countOf(counts[check], CHECK_KINDS[check].mailNoun)).join(", ");
}

const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "no misspelling, no grammar mistake and no broken link" */
function noneInWords(): string {
  const nouns = CHECK_IDS.map((check) => CHECK_KINDS[check]).filter(({ saysNone }) => saysNone);
  return LIST.format(nouns.map(({ mailNoun }) => `no ${mailNoun}`));
}

FirstReportMail.PreviewProps = {
  siteId: "sample",
  siteName: "harbour-bakery.example",
  pagesChecked: 37,
  pagesFailed: 1,
  counts: { ...zeroOfEach(), spelling: 4, links: 2 },
  top: [...sampleItems],
  ownWords: 12,
  recipientToken: "sample",
  links: makeMailLinks("https://flawless.example"),
} satisfies Props;
