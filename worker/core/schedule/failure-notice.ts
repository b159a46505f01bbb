/** How long a Site's Crawls have been failing. `lastFailedDay` is the Site's own calendar day. */
export type FailureStreak = { failedDays: number; lastFailedDay: string | null; failingTold: boolean };

/** Failed days in a row after which the recipients are told, once. */
const TELL_AFTER_DAYS = 3;

/** The streak after one more failed Crawl; several failures on one day count as one. `tell`: the recipients are to be told now. */
export function noteFailure(streak: FailureStreak, today: string): { streak: FailureStreak; tell: boolean } {
  const failedDays = streak.lastFailedDay === today ? streak.failedDays : streak.failedDays + 1;
  const tell = failedDays >= TELL_AFTER_DAYS && !streak.failingTold;
  return { streak: { failedDays, lastFailedDay: today, failingTold: streak.failingTold || tell }, tell };
}

/** The streak after a Crawl that worked. `tell`: the recipients had been told of the failure, so they are told that it is over. */
export function noteSuccess(streak: FailureStreak): { streak: FailureStreak; tell: boolean } {
  return { streak: { failedDays: 0, lastFailedDay: null, failingTold: false }, tell: streak.failingTold };
}
