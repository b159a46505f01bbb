/** The rhythms of mail: after each Crawl that changed something, or in summaries. */
export const RHYTHMS = ["at_once", "daily", "weekly", "monthly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const RHYTHM_WORDS: Readonly<Record<Rhythm, string>> = {
  at_once: "After each crawl that changes something",
  daily: "Once a day",
  weekly: "Once a week, on Monday",
  monthly: "Once a month, on the 1st",
};

/** The local hour of summaries unless another is chosen. */
export const SUMMARY_HOUR = 8;
