export const PLAN_IDS = ["free", "pro", "agency"] as const;
export type PlanId = (typeof PLAN_IDS)[number];

/** Limits and price of one Plan. Prices are US cents a month. */
export type Plan = {
  id: PlanId;
  name: string;
  monthlyPrice: number;
  sites: number;
  pagesPerSite: number;
  recipientsPerSite: number;
  /** Crawls that a Team may start by hand on one Site per day, in addition to the scheduled one. */
  requestedCrawlsPerDay: number;
};

export const PLANS = {
  free: {
    id: "free",
    name: "Free",
    monthlyPrice: 0,
    sites: 1,
    pagesPerSite: 100,
    recipientsPerSite: 2,
    requestedCrawlsPerDay: 10,
  },
  pro: {
    id: "pro",
    name: "Pro",
    monthlyPrice: 1900,
    sites: 5,
    pagesPerSite: 2_000,
    recipientsPerSite: 10,
    requestedCrawlsPerDay: 50,
  },
  agency: {
    id: "agency",
    name: "Agency",
    monthlyPrice: 7900,
    sites: 50,
    pagesPerSite: 20_000,
    recipientsPerSite: 50,
    requestedCrawlsPerDay: 200,
  },
} as const satisfies Record<PlanId, Plan>;
