import { CHECK_IDS, CHECK_KINDS, zeroCounts } from "#worker/core/checks/check-kinds.ts";
import { OpenedItem } from "./issue-item.tsx";
import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph, MailSubheading } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";
import { sampleItems } from "./sample-items.ts";
import { countOf, countOfIssues } from "./wording.ts";

type Props = Payload<"first_report"> & { links: MailLinks };

export default function FirstReportMail({ links, ...report }: Props) {
  const { counts, siteId, siteName, pagesChecked, pagesFailed, top, ownWords } = report;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const pages = countOf(pagesChecked, "page");
  return (
    <MailFrame
      preview={total === 0 ? `We read ${pages} and found no issues.` : `We read ${pages} and found ${countOfIssues(total)}.`}
      homeUrl={links.home}
      footer={{
        reason: `You get this mail because you get the reports about ${siteName}.`,
        settingsUrl: links.settings(siteId),
        unsubscribeUrl: links.unsubscribe(report.recipientToken),
      }}
    >
      <MailHeading>{total === 0 ? `No issues on ${siteName}` : `${countOfIssues(total)} on ${siteName}`}</MailHeading>
      <MailParagraph>
        We read {pages} of {siteName}
        {total === 0 ? ` and found ${noneInWords()}.` : `: ${inWords(counts)}.`}
        {pagesFailed > 0 && ` We could not read ${countOf(pagesFailed, "page")}; the report says why.`}
      </MailParagraph>
      {top.length > 0 && <MailSubheading>The clearest issues</MailSubheading>}
      {top.map((item) => (
        <OpenedItem
          key={item.issueId}
          item={item}
          href={links.issue(siteId, item.issueId)}
          decideHref={links.decide(item.issueId)}
        />
      ))}
      {ownWords > 0 && (
        <MailParagraph>
          The site also often uses {countOf(ownWords, "word")} that {ownWords === 1 ? "is" : "are"} not in our dictionaries. If{" "}
          {ownWords === 1 ? "it is" : "they are"} yours, you can add {ownWords === 1 ? "it" : "them all"} to your dictionary in
          the report.
        </MailParagraph>
      )}
      <MailParagraph>We read your site every day and write to you only when something changes.</MailParagraph>
      <MailButton href={links.site(siteId)}>See the whole report</MailButton>
    </MailFrame>
  );
}

function inWords(counts: Props["counts"]): string {
  const found = CHECK_IDS.filter((check) => counts[check] > 0);
  return found.map((check) => countOf(counts[check], CHECK_KINDS[check].mailNoun)).join(", ");
}

const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Returns "no misspelling, no grammar mistake and no broken link". */
function noneInWords(): string {
  const nouns = CHECK_IDS.map((check) => CHECK_KINDS[check]).filter(({ saysNone }) => saysNone);
  return LIST.format(nouns.map(({ mailNoun }) => `no ${mailNoun}`));
}

FirstReportMail.PreviewProps = {
  siteId: "sample",
  siteName: "harbour-bakery.example",
  pagesChecked: 37,
  pagesFailed: 1,
  counts: { ...zeroCounts(), spelling: 4, links: 2 },
  top: [...sampleItems],
  ownWords: 12,
  recipientToken: "sample",
  links: makeMailLinks("https://flawless.example", () => "sample"),
} satisfies Props;
