import { describe, expect, it } from "vitest";
import { formatMoney, monthlyRevenue } from "#worker/core/operating/monthly-revenue.ts";

describe("monthlyRevenue", () => {
  it("adds what is paid for a month by currency, the largest first, with a twelfth of yearly prices", () => {
    expect(
      monthlyRevenue([
        { plan: "pro", period: "month", currency: "eur", count: 2, amount: 3_800 },
        { plan: "pro", period: "month", currency: "usd", count: 3, amount: 5_700 },
        { plan: "agency", period: "year", currency: "usd", count: 1, amount: 79_000 },
      ]),
    ).toEqual([
      { currency: "usd", amount: 5_700 + 6_583 },
      { currency: "eur", amount: 3_800 },
    ]);
  });

  it("rounds the sum, not each price", () => {
    const yearly = (count: number) =>
      monthlyRevenue([{ plan: "pro", period: "year", currency: "usd", count, amount: count * 100 }]);
    expect(yearly(12)).toEqual([{ currency: "usd", amount: 100 }]);
    expect(yearly(5)).toEqual([{ currency: "usd", amount: 42 }]);
  });

  it("takes the list price while Stripe's is not known, and leaves out what brings nothing", () => {
    const unread = { currency: null, amount: null, count: 2 } as const;
    expect(monthlyRevenue([{ plan: "pro", period: "month", ...unread }])).toEqual([{ currency: "usd", amount: 3_800 }]);
    expect(monthlyRevenue([{ plan: "pro", period: "month", currency: "usd", count: 1, amount: 0 }])).toEqual([]);
    expect(monthlyRevenue([])).toEqual([]);
  });

  it.each([
    [{ currency: "usd", amount: 123_450 }, "$1,234.50"],
    [{ currency: "eur", amount: 5 }, "€0.05"],
    [{ currency: "jpy", amount: 12_000 }, "¥12,000"],
    [{ currency: "kwd", amount: 1_500 }, "KWD 1.500"],
  ])("formats %j as %j", (money, words) => expect(formatMoney(money).replace("\u00a0", " ")).toBe(words));
});
