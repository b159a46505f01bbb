export const PLAN_IDS = ["free", "pro", "agency"] as const;
export type PlanId = (typeof PLAN_IDS)[number];

/** The periods that a subscription is paid for. */
export const BILLING_PERIODS = ["month", "year"] as const;
export type BillingPeriod = (typeof BILLING_PERIODS)[number];

/** Limits and prices of one Plan. Prices are US cents for each period. */
export type Plan = {
  id: PlanId;
  name: string;
  prices: Record<BillingPeriod, number>;
  sites: number;
  pagesPerSite: number;
  recipientsPerSite: number;
  /** Crawls that a Team may start by hand on one Site per day, in addition to the scheduled one. */
  requestedCrawlsPerDay: number;
  /** Checks of single pages that a Team may start per hour, over all its Sites. */
  pageChecksPerHour: number;
  /** Rules of a Team's house style. */
  houseRules: number;
};

export const PLANS = {
  free: {
    id: "free",
    name: "Free",
    prices: { month: 0, year: 0 },
    sites: 1,
    pagesPerSite: 100,
    recipientsPerSite: 2,
    requestedCrawlsPerDay: 10,
    pageChecksPerHour: 30,
    houseRules: 25,
  },
  pro: {
    id: "pro",
    name: "Pro",
    prices: { month: 1_900, year: 19_000 },
    sites: 5,
    pagesPerSite: 2_000,
    recipientsPerSite: 10,
    requestedCrawlsPerDay: 50,
    pageChecksPerHour: 150,
    houseRules: 300,
  },
  agency: {
    id: "agency",
    name: "Agency",
    prices: { month: 7_900, year: 79_000 },
    sites: 50,
    pagesPerSite: 20_000,
    recipientsPerSite: 50,
    requestedCrawlsPerDay: 200,
    pageChecksPerHour: 600,
    houseRules: 1_000,
  },
} as const satisfies Record<PlanId, Plan>;
