import { formatMoney } from "#worker/core/operating/monthly-revenue.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph, MailSubheading } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";

type Props = Payload<"business_report"> & { links: MailLinks };

const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

/** Returns the heading, which is the subject, too. */
export function businessHeadline({ day, signUps, paying }: Pick<Props, "day" | "signUps" | "paying">): string {
  return `${DAY.format(new Date(day))}: ${plural(signUps, "sign-up")}, ${formatCount(paying)} paying`;
}

export default function BusinessReportMail({ links, ...figures }: Props) {
  const { trialsStarted, trials, paying, revenue, cancelled, ending, crawls, issues, mails, failingSites } = figures;
  const income = revenue.length === 0 ? "none" : revenue.map(formatMoney).join(" and ");
  return (
    <MailFrame
      preview={`Revenue a month: ${income}. ${lateWords(figures)}`}
      homeUrl={links.home}
      footer={{
        reason: "You get this mail each day because your address is in the setting OPERATORS.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>{businessHeadline(figures)}</MailHeading>
      <MailSubheading>Business</MailSubheading>
      <MailParagraph>
        {plural(paying, "paying team")}, {plural(trials, "team tries", "teams try")} Pro ({formatCount(trialsStarted)} new).
        Revenue a month: {income}. {plural(cancelled, "subscription")} ended, {formatCount(ending)} will end with{" "}
        {ending === 1 ? "its" : "their"} period.
      </MailParagraph>
      <MailSubheading>Work</MailSubheading>
      <MailParagraph>
        {plural(crawls.finished, "crawl")} finished, {formatCount(crawls.failed)} failed. {plural(issues, "issue")} found.{" "}
        {plural(mails.sent, "mail")} sent, {formatCount(mails.bounced)} came back or {mails.bounced === 1 ? "was" : "were"}{" "}
        reported as spam. {plural(failingSites, "site")} cannot be read.
      </MailParagraph>
      <MailSubheading>Now</MailSubheading>
      <MailParagraph>{lateWords(figures)}</MailParagraph>
      <MailButton href={links.operator}>Open the operators’ page</MailButton>
    </MailFrame>
  );
}

function lateWords({ late, off }: Pick<Props, "late" | "off">): string {
  const isLate = late.crawls > 0 || late.mails > 0;
  const waiting = isLate ? `${plural(late.crawls, "crawl")} and ${plural(late.mails, "mail")} are late.` : "Nothing is late.";
  return off.length === 0 ? waiting : `${waiting} Switched off: ${off.join(", ")}.`;
}

BusinessReportMail.PreviewProps = {
  day: "2026-11-28",
  signUps: 42,
  trialsStarted: 9,
  trials: 61,
  paying: 1_204,
  revenue: [{ currency: "usd", amount: 3_412_050 }],
  cancelled: 3,
  ending: 7,
  crawls: { finished: 4_981, failed: 37 },
  issues: 1_412,
  mails: { sent: 2_260, bounced: 4 },
  failingSites: 12,
  late: { crawls: 2, mails: 0 },
  off: [],
  links: makeMailLinks("https://flawless.example"),
} satisfies Props;
