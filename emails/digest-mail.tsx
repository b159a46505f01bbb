import type { Digest, DigestItem } from "#worker/core/digest/digest.ts";
import { digestHeadline } from "#worker/core/digest/digest-headline.ts";
import { FixedItem, OpenedItem } from "./issue-item.tsx";
import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph, MailSubheading } from "./mail-text.tsx";
import { sampleItems } from "./sample-items.ts";
import { countOf, countOfIssues } from "./wording.ts";

type Props = { digest: Digest; recipientToken: string; links: MailLinks };

export default function DigestMail({ digest, recipientToken, links }: Props) {
  const { siteId, siteName, opened, openedCount, fixed, fixedCount } = digest;
  const [moreOpened, moreFixed] = [openedCount - countShown(opened), fixedCount - countShown(fixed)];
  return (
    <MailFrame
      preview={previewOf(digest)}
      homeUrl={links.home}
      footer={{
        reason: `You get this mail because you get the reports about ${siteName}.`,
        settingsUrl: links.settings(siteId),
        unsubscribeUrl: links.unsubscribe(recipientToken),
      }}
    >
      <MailHeading>{digestHeadline(digest)}</MailHeading>
      <MailParagraph>
        We checked {countOf(digest.pagesChecked, "page")} of {siteName}. In all, {countOfIssues(digest.stillOpen)}{" "}
        {digest.stillOpen === 1 ? "is" : "are"} open.
        {digest.pagesFailed > 0 && ` We could not read ${countOf(digest.pagesFailed, "page")} this time.`}
      </MailParagraph>
      {opened.length > 0 && <MailSubheading>New</MailSubheading>}
      {opened.map((item) => (
        <OpenedItem
          key={item.issueId}
          item={item}
          href={links.issue(siteId, item.issueId)}
          decideHref={links.decide(item.issueId)}
        />
      ))}
      {moreOpened > 0 && <MailParagraph>And {countOf(moreOpened, "more issue")}.</MailParagraph>}
      {fixed.length > 0 && <MailSubheading>Gone</MailSubheading>}
      {fixed.map((item) => (
        <FixedItem key={item.issueId} item={item} href={links.issue(siteId, item.issueId)} />
      ))}
      {moreFixed > 0 && <MailParagraph>And {countOf(moreFixed, "more issue")} gone.</MailParagraph>}
      <MailButton href={links.site(siteId)}>Open the site’s report</MailButton>
    </MailFrame>
  );
}

/** Returns the number of Issues that items show or count. */
function countShown(items: readonly DigestItem[]): number {
  return items.reduce((sum, { alike }) => sum + 1 + alike, 0);
}

function previewOf({ opened, fixed }: Digest): string {
  const [first] = opened.length > 0 ? opened : fixed;
  if (!first) return "";
  return opened.length > 0 ? `${first.text}: ${first.message}` : `${first.text} is gone.`;
}

DigestMail.PreviewProps = {
  digest: {
    siteId: "sample",
    siteName: "harbour-bakery.example",
    opened: sampleItems.slice(0, 2),
    openedCount: 2,
    fixed: sampleItems.slice(2),
    fixedCount: 1,
    stillOpen: 5,
    pagesChecked: 37,
    pagesFailed: 0,
  },
  recipientToken: "sample",
  links: makeMailLinks("https://flawless.example", () => "sample"),
} satisfies Props;
