import { Link, Text } from "react-email";
import type { Digest } from "#worker/core/digest/digest.ts";
import { digestHeadline } from "#worker/core/digest/digest-headline.ts";
import { RHYTHM_WORDS } from "#worker/core/digest/rhythm.ts";
import { plural } from "#worker/core/text/plural.ts";
import { FixedItem, OpenedItem } from "./issue-item.tsx";
import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { style } from "./mail-style.ts";
import { MailHeading, MailParagraph, MailSubheading } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";
import { sampleItems } from "./sample-items.ts";
import { countOf, countOfIssues } from "./wording.ts";

type Props = Omit<Payload<"summary">, "teamId"> & { links: MailLinks };

/** Sites shown with their Issues, and Issues of each. The other Sites are named with their counts: a mail over 100 KB is cut by its reader's program. */
const SHOWN = { sites: 12, opened: 5, fixed: 3 } as const;
const MOST_NAMED = 100;

export default function SummaryMail({ digests, rhythm, recipientToken, links }: Props) {
  const sorted = digests.toSorted((one, other) => other.openedCount - one.openedCount);
  const [shown, named] = [sorted.slice(0, SHOWN.sites), sorted.slice(SHOWN.sites, SHOWN.sites + MOST_NAMED)];
  const rest = sorted.length - shown.length - named.length;
  return (
    <MailFrame
      preview={sorted
        .map(({ siteName }) => siteName)
        .join(", ")
        .slice(0, 120)}
      homeUrl={links.home}
      footer={{
        reason: `You chose to get a summary: ${lowerFirst(RHYTHM_WORDS[rhythm])}.`,
        settingsUrl: null,
        unsubscribeUrl: links.unsubscribe(recipientToken),
      }}
    >
      <MailHeading>{summaryHeadline(digests)}</MailHeading>
      {shown.map((digest) => (
        <SiteChanges key={digest.siteId} digest={digest} links={links} />
      ))}
      {named.length > 0 && <MailSubheading>More sites that changed</MailSubheading>}
      {named.map((digest) => (
        <Text key={digest.siteId} style={style.where} className="m-soft">
          <Link href={links.site(digest.siteId)} style={style.link} className="m-link">
            {digest.siteName}
          </Link>
          : {digestHeadline(digest)}
        </Text>
      ))}
      {rest > 0 && <MailParagraph>And {countOf(rest, "more site")}.</MailParagraph>}
    </MailFrame>
  );
}

function SiteChanges({ digest, links }: { digest: Digest; links: MailLinks }) {
  const { siteId, siteName, stillOpen } = digest;
  const [opened, fixed] = [digest.opened.slice(0, SHOWN.opened), digest.fixed.slice(0, SHOWN.fixed)];
  return (
    <>
      <MailSubheading>{siteName}</MailSubheading>
      <MailParagraph>
        {digestHeadline(digest)}. In all, {countOfIssues(stillOpen)} {stillOpen === 1 ? "is" : "are"} open.{" "}
        <Link href={links.site(siteId)} style={style.link} className="m-link">
          Open the site’s report
        </Link>
      </MailParagraph>
      {opened.map((item) => (
        <OpenedItem
          key={item.issueId}
          item={item}
          href={links.issue(siteId, item.issueId)}
          decideHref={links.decide(item.issueId)}
        />
      ))}
      {fixed.map((item) => (
        <FixedItem key={item.issueId} item={item} href={links.issue(siteId, item.issueId)} />
      ))}
    </>
  );
}

/** Returns the heading, such as "5 new issues, 2 gone on 3 sites". It is also the subject. */
export function summaryHeadline(digests: readonly Digest[]): string {
  const sum = (key: "openedCount" | "fixedCount") => digests.reduce((total, digest) => total + digest[key], 0);
  const counts = digestHeadline({ openedCount: sum("openedCount"), fixedCount: sum("fixedCount") });
  const [first] = digests;
  return `${counts} on ${digests.length === 1 && first ? first.siteName : plural(digests.length, "site")}`;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

const sample = { pagesChecked: 37, pagesFailed: 0 };

SummaryMail.PreviewProps = {
  rhythm: "weekly",
  digests: [
    {
      ...sample,
      siteId: "sample",
      siteName: "harbour-bakery.example",
      opened: sampleItems.slice(0, 2),
      openedCount: 2,
      fixed: sampleItems.slice(2),
      fixedCount: 1,
      stillOpen: 5,
    },
    {
      ...sample,
      siteId: "other",
      siteName: "Sailing school (sailing.example)",
      opened: [],
      openedCount: 0,
      fixed: sampleItems.slice(0, 1),
      fixedCount: 1,
      stillOpen: 0,
    },
  ],
  recipientToken: "sample",
  links: makeMailLinks("https://flawless.example", () => "sample"),
} satisfies Props;
