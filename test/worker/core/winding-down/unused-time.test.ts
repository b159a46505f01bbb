import { describe, expect, it } from "vitest";
import { type PaidInvoice, refundUnusedTime } from "#worker/core/winding-down/unused-time.ts";

const day = (count: number) => new Date(Date.UTC(2027, 0, 1 + count));
const line = (amount: number, from: number, to: number) => ({ amount, from: day(from), to: day(to) });
const invoice = (id: string, facts: Partial<PaidInvoice> = {}): PaidInvoice => ({
  ...{ id, currency: "usd", paid: 3_000, credited: 0, at: day(0), lines: [line(3_000, 0, 30)] },
  ...facts,
});
const amounts = (invoices: PaidInvoice[], end: Date) =>
  refundUnusedTime(invoices, end).map(({ invoiceId, amount }) => [invoiceId, amount]);

describe("the refund of unused time", () => {
  it.each([
    [0, [["a", 3_000]]],
    [10, [["a", 2_000]]],
    [29, [["a", 100]]],
    [30, []],
    [90, []],
  ])("is the share of the days that are left after day %i", (end, expected) => {
    expect(amounts([invoice("a")], day(end))).toEqual(expected);
  });

  it("is rounded up to the next cent, and not because of a rounding fault", () => {
    expect(amounts([invoice("a", { paid: 1_000, lines: [line(1_000, 0, 3)] })], day(1))).toEqual([["a", 667]]);
    expect(amounts([invoice("a", { paid: 70, lines: [line(10, 0, 10), line(20, 0, 10), line(40, 0, 10)] })], day(9))).toEqual([
      ["a", 7],
    ]);
  });

  it("of a plan changed on day 10 is the value of the new plan's days: the credit for the old ones counts against them", () => {
    const first = invoice("pro", { paid: 3_000 });
    const change = invoice("agency", { paid: 4_000, at: day(10), lines: [line(-2_000, 10, 30), line(6_000, 10, 30)] });
    // 20 days of the new plan cost 6,000; 10 of them are left.
    expect(amounts([first, change], day(20))).toEqual([["agency", 3_000]]);
    // At once after the change, what was paid twice over comes from both invoices.
    expect(amounts([first, change], day(10))).toEqual([
      ["agency", 4_000],
      ["pro", 2_000],
    ]);
  });

  it("never gives back more than was paid and not credited, nor anything for a cheaper plan that is not paid for", () => {
    expect(amounts([invoice("a", { credited: 2_500 })], day(10))).toEqual([["a", 500]]);
    expect(amounts([invoice("a", { paid: 0 })], day(10))).toEqual([]);
    expect(amounts([invoice("a", { paid: 0, lines: [line(-500, 0, 30)] })], day(10))).toEqual([]);
  });

  it("of time that is paid in advance is all of it, and of many invoices the sum of what is left", () => {
    const year = invoice("year", { paid: 36_500, lines: [line(36_500, 0, 365)] });
    expect(amounts([year, invoice("old", { at: day(-60), lines: [line(3_000, -60, -30)] })], day(45))).toEqual([
      ["year", 32_000],
    ]);
    expect(amounts([invoice("next", { lines: [line(3_000, 30, 60)] })], day(10))).toEqual([["next", 3_000]]);
  });

  it.each([[], [invoice("a", { lines: [] })]])("is nothing without lines", (...invoices) => {
    expect(refundUnusedTime(invoices, day(0))).toEqual([]);
  });

  it("is never more than what was paid, for any times and amounts", () => {
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % most;
    };
    for (let round = 0; round < 500; round++) {
      const invoices = Array.from({ length: 1 + next(4) }, (_, index) => {
        const lines = Array.from({ length: next(4) }, () => {
          const from = next(60) - 30;
          return line(next(8_000) - 2_000, from, from + next(40));
        });
        return invoice(`in${index}`, { paid: next(5_000), credited: next(1_000), at: day(index), lines });
      });
      for (const { invoiceId, amount } of refundUnusedTime(invoices, day(next(60) - 30))) {
        const { paid, credited } = invoices.find(({ id }) => id === invoiceId) ?? { paid: 0, credited: 0 };
        expect(Number.isInteger(amount) && amount > 0 && amount <= paid - credited).toBe(true);
      }
    }
  });
});
