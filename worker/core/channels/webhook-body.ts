import type { DigestItem } from "../digest/digest.ts";
import type { MessageLinks } from "./channel-message.ts";
import type { ChannelNews } from "./channel-news.ts";

type Envelope = { type: string; timestamp: string; data: object };

/** Returns the payload of a webhook in the form of Standard Webhooks: a type, the time of the event, and its data. */
export function toWebhookBody(news: ChannelNews, at: Date, links: MessageLinks): Envelope {
  const timestamp = at.toISOString();
  switch (news.kind) {
    case "changes": {
      const { siteId, siteName, opened, openedCount, fixed, fixedCount, stillOpen, pagesChecked, pagesFailed } = news.digest;
      const issues = (items: readonly DigestItem[]) => items.map((item) => toIssue(item, links.issue(siteId, item.issueId)));
      return {
        type: "site.changed",
        timestamp,
        data: {
          site: { id: siteId, name: siteName, reportUrl: links.site(siteId) },
          ...{ newCount: openedCount, goneCount: fixedCount, openCount: stillOpen, pagesChecked, pagesFailed },
          ...{ new: issues(opened), gone: issues(fixed) },
        },
      };
    }
    case "first_report": {
      const { siteId, siteName, pagesChecked, pagesFailed, counts, top } = news;
      return {
        type: "site.first_report",
        timestamp,
        data: {
          site: { id: siteId, name: siteName, reportUrl: links.site(siteId) },
          ...{ counts, pagesChecked, pagesFailed },
          top: top.map((item) => toIssue(item, links.issue(siteId, item.issueId))),
        },
      };
    }
    case "test":
      return { type: "channel.test", timestamp, data: { message: "This webhook works." } };
  }
}

function toIssue(
  { issueId, check, severity, message, text, excerpt, suggestion, pageUrl, pageCount, ...rest }: DigestItem,
  url: string,
) {
  const { reopened, alike } = rest;
  return { id: issueId, url, check, severity, message, text, excerpt, suggestion, pageUrl, pageCount, reopened, alike };
}
