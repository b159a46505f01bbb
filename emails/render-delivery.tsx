import type { ReactElement } from "react";
import { cutOff } from "#worker/core/cut-off.ts";
import { digestHeadline } from "#worker/core/digest/digest-headline.ts";
import AccountExistsMail from "./account-exists-mail.tsx";
import BusinessReportMail, { businessHeadline } from "./business-report-mail.tsx";
import ChannelStoppedMail from "./channel-stopped-mail.tsx";
import CrawlFailingMail, { failingHeadline } from "./crawl-failing-mail.tsx";
import CrawlRecoveredMail from "./crawl-recovered-mail.tsx";
import DigestMail from "./digest-mail.tsx";
import FirstReportMail from "./first-report-mail.tsx";
import InvitationMail from "./invitation-mail.tsx";
import IssuesAssignedMail from "./issues-assigned-mail.tsx";
import { type DecisionToken, type MailLinks, makeMailLinks } from "./links.ts";
import { type DeliveryKind, payloadSchemas } from "./payloads.ts";
import PlanNoticeMail, { planNoticeWords } from "./plan-notice-mail.tsx";
import RecipientConfirmationMail from "./recipient-confirmation-mail.tsx";
import { renderMail } from "./render-mail.ts";
import ResetMail from "./reset-mail.tsx";
import SecurityNoticeMail, { NOTICE_WORDS } from "./security-notice-mail.tsx";
import SummaryMail, { summaryHeadline } from "./summary-mail.tsx";
import VerificationMail from "./verification-mail.tsx";
import WindDownMail, { windDownHeading } from "./wind-down-mail.tsx";
import { countOfIssues, oneLine } from "./wording.ts";

/** A mail without its addresses. `headers` has List-Unsubscribe, List-Id and a thread if the mail is one of a Site's reports or a Team's summaries. */
export type RenderedMail = { subject: string; html: string; text: string; headers: Record<string, string> };

/** Longest line that RFC 5322 2.1.1 recommends, and a share for the name in it, so that the news after it is seen. */
const LONGEST_SUBJECT = 78;
const LONGEST_NAME = 44;
const short = (name: string) => cutOff(name, LONGEST_NAME);

type Composed = { subject: string; mail: ReactElement; list: MailList | null };
/** The reports about a Site, or the summaries of a Team, as one recipient gets them: names for List-Id and for their thread. */
type MailList = { name: string; thread: string; unsubscribeToken: string };

/**
 * Renders the mail of a Delivery. `payload` is the row's JSON; `appUrl` and `decisionToken`: see `makeMailLinks`.
 * @throws ZodError when the payload does not have the shape of its kind.
 */
export async function renderDelivery(
  kind: DeliveryKind,
  payload: unknown,
  { appUrl, decisionToken = null }: { appUrl: string; decisionToken?: DecisionToken | null },
): Promise<RenderedMail> {
  const links = makeMailLinks(appUrl, decisionToken);
  const { subject, mail, list } = compose(kind, payload, links);
  return {
    subject: cutOff(oneLine(subject), LONGEST_SUBJECT),
    ...renderMail(mail),
    headers: { ...AUTOMATIC, ...(list ? listHeaders(links, list, new URL(appUrl).hostname) : {}) },
  };
}

function compose(kind: DeliveryKind, payload: unknown, links: MailLinks): Composed {
  switch (kind) {
    case "verification": {
      const { url } = payloadSchemas.verification.parse(payload);
      const mail = <VerificationMail url={url} homeUrl={links.home} />;
      return { subject: "Confirm your e-mail address", mail, list: null };
    }
    case "account_exists": {
      const mail = <AccountExistsMail signInUrl={links.signIn} resetUrl={links.forgotPassword} homeUrl={links.home} />;
      return { subject: "You already have an account", mail, list: null };
    }
    case "reset": {
      const { url } = payloadSchemas.reset.parse(payload);
      return { subject: "Choose a new password", mail: <ResetMail url={url} homeUrl={links.home} />, list: null };
    }
    case "recipient_confirmation": {
      const { siteHost, recipientToken } = payloadSchemas.recipient_confirmation.parse(payload);
      const confirmUrl = links.confirm(recipientToken);
      const mail = <RecipientConfirmationMail {...{ siteHost, confirmUrl }} homeUrl={links.home} />;
      return { subject: "Do you want reports about a web site?", mail, list: null };
    }
    case "security_notice": {
      const notice = payloadSchemas.security_notice.parse(payload);
      const { heading } = NOTICE_WORDS[notice.notice];
      return { subject: heading, mail: <SecurityNoticeMail {...notice} links={links} />, list: null };
    }
    case "first_report": {
      const report = payloadSchemas.first_report.parse(payload);
      const total = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
      const result = total === 0 ? "no issues" : countOfIssues(total);
      const mail = <FirstReportMail {...report} links={links} />;
      return { subject: `${short(report.siteName)}: your first report, ${result}`, mail, list: listOf(report) };
    }
    case "digest": {
      const { digest, recipientToken } = payloadSchemas.digest.parse(payload);
      const mail = <DigestMail digest={digest} recipientToken={recipientToken} links={links} />;
      return {
        subject: `${short(digest.siteName)}: ${digestHeadline(digest)}`,
        mail,
        list: listOf({ siteId: digest.siteId, recipientToken }),
      };
    }
    case "summary": {
      const { teamId, ...summary } = payloadSchemas.summary.parse(payload);
      const mail = <SummaryMail {...summary} links={links} />;
      const list = { name: `${teamId}.teams`, thread: `team-${teamId}`, unsubscribeToken: summary.recipientToken };
      return { subject: summaryHeadline(summary.digests), mail, list };
    }
    case "crawl_failing": {
      const failing = payloadSchemas.crawl_failing.parse(payload);
      const subject = failingHeadline({ ...failing, siteName: short(failing.siteName) });
      return { subject, mail: <CrawlFailingMail {...failing} links={links} />, list: listOf(failing) };
    }
    case "crawl_recovered": {
      const recovered = payloadSchemas.crawl_recovered.parse(payload);
      const mail = <CrawlRecoveredMail {...recovered} links={links} />;
      return { subject: `We can read ${short(recovered.siteName)} again`, mail, list: listOf(recovered) };
    }
    case "issues_assigned": {
      const assigned = payloadSchemas.issues_assigned.parse(payload);
      const subject = `${countOfIssues(assigned.items.length)} assigned to you by ${assigned.assignedBy}`;
      return { subject, mail: <IssuesAssignedMail {...assigned} links={links} />, list: null };
    }
    case "invitation": {
      const invitation = payloadSchemas.invitation.parse(payload);
      const mail = <InvitationMail {...invitation} homeUrl={links.home} />;
      return { subject: "You are invited to a team at Flawless", mail, list: null };
    }
    case "channel_stopped": {
      const stopped = payloadSchemas.channel_stopped.parse(payload);
      const subject = `We switched off the channel “${short(stopped.channelName)}”`;
      return { subject, mail: <ChannelStoppedMail {...stopped} links={links} />, list: null };
    }
    case "business_report": {
      const figures = payloadSchemas.business_report.parse(payload);
      return { subject: businessHeadline(figures), mail: <BusinessReportMail {...figures} links={links} />, list: null };
    }
    case "plan_notice": {
      const notice = payloadSchemas.plan_notice.parse(payload);
      const { heading } = planNoticeWords(notice);
      return { subject: heading, mail: <PlanNoticeMail {...notice} links={links} />, list: null };
    }
    case "wind_down": {
      const notice = payloadSchemas.wind_down.parse(payload);
      return { subject: windDownHeading(notice), mail: <WindDownMail {...notice} links={links} />, list: null };
    }
  }
}

function listOf({ siteId, recipientToken }: { siteId: string; recipientToken: string }): MailList {
  return { name: `${siteId}.sites`, thread: `site-${siteId}`, unsubscribeToken: recipientToken };
}

/** Keeps out-of-office programs from answering (RFC 3834). */
const AUTOMATIC = { "Auto-Submitted": "auto-generated" };

/**
 * Returns the headers of reports: unsubscribing by one POST without sign-in or question (RFC 8058), a name to filter by (RFC 2919), and
 * the first message of their thread, which need not exist (RFC 5322 3.6.4).
 */
function listHeaders(links: MailLinks, { name, thread, unsubscribeToken }: MailList, host: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${links.oneClickUnsubscribe(unsubscribeToken)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Id": `<${name}.${host}>`,
    References: `<${thread}@${host}>`,
  };
}
