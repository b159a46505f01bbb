/** Run of a Site's failed Crawls. `lastFailedDay` is a calendar day in the Site's time zone. */
export type FailureStreak = { failedDays: number; lastFailedDay: string | null; failingTold: boolean };

/** Consecutive failed days after which the recipients are notified, once. */
const NOTIFY_AFTER_DAYS = 3;

/** Failures that visitors see for sure, because the server itself says that pages are missing. A site that is silent may be so to us alone. */
const CERTAIN_CODES: ReadonlySet<string> = new Set(["pages-missing", "not-found"]);

type Failed = { today: string; code: string; wasRead: boolean };

/**
 * Returns the streak after another failed Crawl; failures on one day count once. `wasRead`: an earlier Crawl could read the Site.
 * `shouldNotify`: notify the recipients now.
 */
export function noteFailure(
  streak: FailureStreak,
  { today, code, wasRead }: Failed,
): { streak: FailureStreak; shouldNotify: boolean } {
  const failedDays = streak.lastFailedDay === today ? streak.failedDays : streak.failedDays + 1;
  const isCertain = wasRead && CERTAIN_CODES.has(code);
  const shouldNotify = (isCertain || failedDays >= NOTIFY_AFTER_DAYS) && !streak.failingTold;
  return { streak: { failedDays, lastFailedDay: today, failingTold: streak.failingTold || shouldNotify }, shouldNotify };
}

/** Returns the streak after a successful Crawl. `shouldNotify`: the recipients know of the failure, so notify them that it is over. */
export function noteSuccess(streak: FailureStreak): { streak: FailureStreak; shouldNotify: boolean } {
  return { streak: { failedDays: 0, lastFailedDay: null, failingTold: false }, shouldNotify: streak.failingTold };
}
