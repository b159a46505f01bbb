import { describe, expect, it } from "vitest";
import { type DayFacts, daysInWords, daysOf, dayTone, shownDays } from "#worker/core/view/service-days.ts";

const now = new Date("2026-11-29T12:00:30Z");
const day = (date: string, facts: Partial<DayFacts> = {}): DayFacts => ({
  day: date,
  ...{ crawls: null, crawlsOnTime: null, mails: null, mailsOnTime: null, webMinutes: null, webSince: null },
  ...facts,
});
const sharesOf = (part: "web" | "crawls" | "mails", facts: DayFacts[]) => daysOf(part, facts, now).map(({ share }) => share);

describe("the last 30 days", () => {
  it("end today, in UTC", () => {
    const days = shownDays(now);
    expect([days.length, days[0], days.at(-1)]).toEqual([30, "2026-10-31", "2026-11-29"]);
  });

  it("have the share of crawls and mails that were on time; none where there was nothing to do", () => {
    const facts = [day("2026-11-28", { crawls: 200, crawlsOnTime: 199, mails: 0, mailsOnTime: 0 })];
    expect(sharesOf("crawls", facts).slice(-2)).toEqual([0.995, null]);
    expect(sharesOf("mails", facts).slice(-2)).toEqual([null, null]);
  });

  it("count the web's minutes from the first that was measured, and a day without any as an outage", () => {
    const facts = [
      day("2026-11-26", { webMinutes: 60, webSince: new Date("2026-11-26T22:00:00Z") }),
      day("2026-11-28", { webMinutes: 1_440, webSince: new Date("2026-11-28T00:00:00Z") }),
      day("2026-11-29", { webMinutes: 720, webSince: new Date("2026-11-29T00:00:00Z") }),
    ];
    expect(sharesOf("web", facts).slice(-5)).toEqual([null, 0.5, 0, 1, 1]);
  });

  it("are judged and described without rounding trouble away", () => {
    expect([1, 0.99, 0.9899, 0.9, 0.8, null].map(dayTone)).toEqual([
      "success",
      "success",
      "warning",
      "warning",
      "danger",
      "none",
    ]);
    const shares = [
      { day: "a", share: 0.99996 },
      { day: "b", share: null },
    ];
    expect(daysInWords(shares, "of the mails on time")).toBe("99.9% of the mails on time today.");
    expect(daysInWords([...shares, { day: "c", share: 1 }], "on time")).toBe("99.9% on time on 2 days of the last 30.");
    expect(daysInWords([{ day: "a", share: null }], "on time")).toBe("There are no figures of the last 30 days yet.");
  });
});
