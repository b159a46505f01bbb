import { sampleItems } from "#emails/sample-items.ts";
import type { MessageLinks } from "#worker/core/channels/channel-message.ts";
import type { ChannelNews } from "#worker/core/channels/channel-news.ts";
import { zeroCounts } from "#worker/core/checks/check-kinds.ts";
import type { Digest, DigestItem } from "#worker/core/digest/digest.ts";

export const LINKS: MessageLinks = {
  home: "https://flawless.example",
  site: (siteId) => `https://flawless.example/sites/${siteId}`,
  issue: (siteId, issueId) => `https://flawless.example/sites/${siteId}/issues/${issueId}`,
};

const [recieve, dead, repeated] = sampleItems;

export const DIGEST: Digest = {
  siteId: "s1",
  siteName: "Harbour Bakery (harbour-bakery.example)",
  opened: [recieve, dead],
  openedCount: 2,
  fixed: [repeated],
  fixedCount: 1,
  stillOpen: 5,
  pagesChecked: 37,
  pagesFailed: 1,
};

export const CHANGES = { kind: "changes" as const, digest: DIGEST } satisfies ChannelNews;
export const FIRST_REPORT = {
  kind: "first_report" as const,
  siteId: "s1",
  siteName: DIGEST.siteName,
  pagesChecked: 37,
  pagesFailed: 0,
  counts: { ...zeroCounts(), spelling: 7, links: 2 },
  top: [recieve, dead],
} satisfies ChannelNews;

/** Returns changes with one new Issue. */
export function changesWith(item: Partial<DigestItem>) {
  return {
    kind: "changes" as const,
    digest: { ...DIGEST, opened: [{ ...recieve, ...item }], openedCount: 1 },
  } satisfies ChannelNews;
}
