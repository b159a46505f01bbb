import { expect, it } from "vitest";
import { monthlyRevenue } from "#worker/core/billing/monthly-revenue.ts";

it("adds up what teams pay a month, a yearly price by its twelfth", () => {
  expect(monthlyRevenue([])).toBe(0);
  const paying = [
    { plan: "pro", period: "month", teams: 2 },
    { plan: "agency", period: "year", teams: 12 },
    { plan: "free", period: "month", teams: 100 },
  ] as const;
  expect(monthlyRevenue(paying)).toBe(2 * 1_900 + 79_000);
});
