import type { ReactElement } from "react";
import { render } from "react-email";
import AccountExistsMail from "./account-exists-mail.tsx";
import CrawlFailingMail from "./crawl-failing-mail.tsx";
import CrawlRecoveredMail from "./crawl-recovered-mail.tsx";
import DigestMail, { headlineOf } from "./digest-mail.tsx";
import FirstReportMail from "./first-report-mail.tsx";
import IssuesAssignedMail from "./issues-assigned-mail.tsx";
import { type MailLinks, makeMailLinks } from "./links.ts";
import { type DeliveryKind, payloadSchemas } from "./payloads.ts";
import RecipientConfirmationMail from "./recipient-confirmation-mail.tsx";
import ResetMail from "./reset-mail.tsx";
import SecurityNoticeMail, { NOTICE_WORDS } from "./security-notice-mail.tsx";
import VerificationMail from "./verification-mail.tsx";
import { countOfIssues, oneLine } from "./wording.ts";

/** A mail without its addresses. `headers` has List-Unsubscribe if the mail belongs to a Site's reports. */
export type RenderedMail = { subject: string; html: string; text: string; headers: Record<string, string> };

type Composed = { subject: string; mail: ReactElement; unsubscribeToken: string | null };

/**
 * Renders the mail of a Delivery. `payload` is the row's JSON; `appUrl` is the address of the web app.
 * @throws ZodError when the payload does not have the shape of its kind.
 */
export async function renderDelivery(
  kind: DeliveryKind,
  payload: unknown,
  { appUrl }: { appUrl: string },
): Promise<RenderedMail> {
  const links = makeMailLinks(appUrl);
  const { subject, mail, unsubscribeToken } = compose(kind, payload, links);
  const [html, text] = await Promise.all([render(mail), render(mail, { plainText: true })]);
  return {
    subject: oneLine(subject),
    html,
    text,
    headers: unsubscribeToken ? unsubscribeHeaders(links, unsubscribeToken) : {},
  };
}

function compose(kind: DeliveryKind, payload: unknown, links: MailLinks): Composed {
  switch (kind) {
    case "verification": {
      const { url } = payloadSchemas.verification.parse(payload);
      const mail = <VerificationMail url={url} homeUrl={links.home} />;
      return { subject: "Confirm your e-mail address", mail, unsubscribeToken: null };
    }
    case "account_exists": {
      const mail = <AccountExistsMail signInUrl={links.signIn} resetUrl={links.forgotPassword} homeUrl={links.home} />;
      return { subject: "You already have an account", mail, unsubscribeToken: null };
    }
    case "reset": {
      const { url } = payloadSchemas.reset.parse(payload);
      return { subject: "Choose a new password", mail: <ResetMail url={url} homeUrl={links.home} />, unsubscribeToken: null };
    }
    case "recipient_confirmation": {
      const { siteHost, recipientToken } = payloadSchemas.recipient_confirmation.parse(payload);
      const confirmUrl = links.confirm(recipientToken);
      const mail = <RecipientConfirmationMail {...{ siteHost, confirmUrl }} homeUrl={links.home} />;
      return { subject: "Do you want reports about a web site?", mail, unsubscribeToken: null };
    }
    case "security_notice": {
      const notice = payloadSchemas.security_notice.parse(payload);
      const { heading } = NOTICE_WORDS[notice.notice];
      return { subject: heading, mail: <SecurityNoticeMail {...notice} links={links} />, unsubscribeToken: null };
    }
    case "first_report": {
      const report = payloadSchemas.first_report.parse(payload);
      const total = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
      const result = total === 0 ? "no issues" : countOfIssues(total);
      const mail = <FirstReportMail {...report} links={links} />;
      return { subject: `${report.siteName}: your first report, ${result}`, mail, unsubscribeToken: report.recipientToken };
    }
    case "digest": {
      const { digest, recipientToken } = payloadSchemas.digest.parse(payload);
      const mail = <DigestMail digest={digest} recipientToken={recipientToken} links={links} />;
      return { subject: `${digest.siteName}: ${headlineOf(digest)}`, mail, unsubscribeToken: recipientToken };
    }
    case "crawl_failing": {
      const failing = payloadSchemas.crawl_failing.parse(payload);
      const subject = `We could not read ${failing.siteName} for ${failing.failedDays} days`;
      return { subject, mail: <CrawlFailingMail {...failing} links={links} />, unsubscribeToken: failing.recipientToken };
    }
    case "crawl_recovered": {
      const recovered = payloadSchemas.crawl_recovered.parse(payload);
      const mail = <CrawlRecoveredMail {...recovered} links={links} />;
      return { subject: `We can read ${recovered.siteName} again`, mail, unsubscribeToken: recovered.recipientToken };
    }
    case "issues_assigned": {
      const assigned = payloadSchemas.issues_assigned.parse(payload);
      const subject = `${countOfIssues(assigned.items.length)} assigned to you by ${assigned.assignedBy}`;
      return { subject, mail: <IssuesAssignedMail {...assigned} links={links} />, unsubscribeToken: null };
    }
  }
}

/** Headers for unsubscribing by one POST without sign-in or question (RFC 8058). */
function unsubscribeHeaders(links: MailLinks, token: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${links.oneClickUnsubscribe(token)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
