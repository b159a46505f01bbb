import { OpenedItem } from "./issue-item.tsx";
import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph, MailSubheading } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";
import { sampleItems } from "./sample-items.ts";
import { countOf, countOfIssues } from "./wording.ts";

/** Limit on the items of a mail, to keep it readable; the pages of the sites show the rest. */
const SHOWN = 25;

type Props = Payload<"issues_assigned"> & { links: MailLinks };

export default function IssuesAssignedMail({ assignedBy, items, links }: Props) {
  const bySite = [...Map.groupBy(items.slice(0, SHOWN), ({ siteId }) => siteId)];
  const [first] = items;
  return (
    <MailFrame
      preview={first ? `${first.text}: ${first.message}` : ""}
      homeUrl={links.home}
      footer={{
        reason: "You get this mail because you are a member of the team that watches this site.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>{countOfIssues(items.length)} assigned to you</MailHeading>
      <MailParagraph>
        {assignedBy} asks you to look at {items.length === 1 ? "it" : "them"}. Correct the page, or mark the issue as fixed or
        ignored.
      </MailParagraph>
      {bySite.map(([siteId, group]) => (
        <div key={siteId}>
          <MailSubheading>{group[0]?.siteName}</MailSubheading>
          {group.map((item) => (
            <OpenedItem key={item.issueId} item={item} href={links.issue(siteId, item.issueId)} />
          ))}
        </div>
      ))}
      {items.length > SHOWN && <MailParagraph>And {countOf(items.length - SHOWN, "more issue")}.</MailParagraph>}
      {first && <MailButton href={links.site(first.siteId)}>Open {first.siteName}</MailButton>}
    </MailFrame>
  );
}

IssuesAssignedMail.PreviewProps = {
  assignedBy: "anna@harbour-bakery.example",
  items: sampleItems.map((item) => ({ ...item, siteId: "sample", siteName: "harbour-bakery.example" })),
  links: makeMailLinks("https://flawless.example"),
} satisfies Props;
