import type { DeliveryKind } from "#emails/payloads.ts";
import { sampleItems } from "#emails/sample-items.ts";

const site = { siteId: "s1", siteName: "harbour.example", recipientToken: "token-1" };
/** A digest with new and fixed Issues. */
export const sampleDigest = {
  siteId: "s1",
  siteName: "harbour.example",
  opened: sampleItems.slice(0, 2),
  openedCount: 2,
  fixed: sampleItems.slice(2),
  fixedCount: 1,
  stillOpen: 5,
  pagesChecked: 37,
  pagesFailed: 1,
};

/** One payload for each kind of mail. */
export const samplePayloads = {
  verification: { url: "https://flawless.example/api/auth/verify-email?token=abc" },
  account_exists: {},
  reset: { url: "https://flawless.example/reset-password?token=abc" },
  recipient_confirmation: { siteHost: "harbour.example", recipientToken: "token-1" },
  first_report: {
    ...site,
    pagesChecked: 37,
    pagesFailed: 0,
    counts: { spelling: 4, grammar: 1, links: 2 },
    top: [...sampleItems],
  },
  digest: { digest: sampleDigest, recipientToken: "token-1" },
  summary: {
    teamId: "t1",
    rhythm: "weekly",
    digests: [sampleDigest, { ...sampleDigest, siteId: "s2" }],
    recipientToken: "token-2",
  },
  crawl_failing: { ...site, failedDays: 3, isMissing: false, message: "The server did not answer within 20 seconds." },
  crawl_recovered: { ...site, failedDays: 3, pagesChecked: 37 },
  security_notice: { notice: "two_factor_off", at: "2026-11-21T12:00:00.000Z", device: "Firefox on Windows", network: null },
  issues_assigned: {
    assignedBy: "anna@harbour.example",
    items: sampleItems.map((item) => ({ ...item, siteId: "s1", siteName: "harbour.example" })),
  },
  invitation: {
    url: "https://flawless.example/invitation/abc",
    invitedBy: "anna@harbour.example",
    teamName: "Harbour Bakery",
    role: "viewer",
    siteCount: null,
    expiresAt: "2026-12-06T09:30:00.000Z",
  },
  plan_notice: {
    notice: "trial_ended",
    teamName: "Harbour Bakery",
    plan: "pro",
    day: "2026-12-13T09:30:00.000Z",
    pausedSites: 2,
  },
  business_report: {
    ...{ day: "2026-11-28", signUps: 1, trialsStarted: 0, trials: 2, paying: 1_204, cancelled: 1, ending: 1, issues: 3 },
    revenue: [
      { currency: "usd", amount: 3_412_050 },
      { currency: "jpy", amount: 12_000 },
    ],
    crawls: { finished: 4_981, failed: 37 },
    mails: { sent: 2_260, bounced: 1 },
    failingSites: 12,
    late: { crawls: 2, mails: 0 },
    off: ["Sign-ups"],
  },
  wind_down: {
    notice: "announcement",
    endsAt: "2027-01-15T00:00:00.000Z",
    readableUntil: "2027-02-14T00:00:00.000Z",
    isPaying: true,
  },
  channel_stopped: { channelId: "c1", channelName: "#website", because: "gone", answer: "410 channel_is_archived" },
} satisfies Record<DeliveryKind, unknown>;
