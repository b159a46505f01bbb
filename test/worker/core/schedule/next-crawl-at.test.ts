import { describe, expect, it } from "vitest";
import { localDay, nextCrawlAt, type SiteClock } from "#worker/core/schedule/next-crawl-at.ts";

const at = (timeZone: string, time: string): SiteClock => {
  const [crawlHour = 0, crawlMinute = 0] = time.split(":").map(Number);
  return { timeZone, crawlHour, crawlMinute };
};
const next = (timeZone: string, time: string, now: string) => nextCrawlAt(at(timeZone, time), new Date(now)).toISOString();

describe("nextCrawlAt", () => {
  it.each([
    ["later the same day", "UTC", "05:30", "2026-11-21T05:29:59Z", "2026-11-21T05:30:00.000Z"],
    ["never at the very moment, which is past", "UTC", "05:30", "2026-11-21T05:30:00Z", "2026-11-22T05:30:00.000Z"],
    ["over midnight", "UTC", "00:00", "2026-12-31T23:59:59.999Z", "2027-01-01T00:00:00.000Z"],
    ["on the site's day, which has begun", "Pacific/Auckland", "05:00", "2026-11-20T15:59:00Z", "2026-11-20T16:00:00.000Z"],
    ["on the site's day, not ours", "America/Los_Angeles", "23:59", "2026-11-21T07:58:00Z", "2026-11-21T07:59:00.000Z"],
    ["at a quarter-hour offset", "Asia/Kathmandu", "05:10", "2026-11-20T23:00:00Z", "2026-11-20T23:25:00.000Z"],
    ["on a leap day", "UTC", "04:00", "2028-02-28T04:00:00Z", "2028-02-29T04:00:00.000Z"],
  ])("is %s", (_when, zone, time, now, expected) => {
    expect(next(zone, time, now)).toBe(expected);
  });

  it.each([
    ["Europe/Paris", "02:30", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00.000Z"],
    ["America/New_York", "02:30", "2026-03-07T12:00:00Z", "2026-03-08T07:30:00.000Z"],
    ["Australia/Lord_Howe", "02:15", "2026-10-03T10:00:00Z", "2026-10-03T15:45:00.000Z"],
  ])("runs right after the hour that %s skips in spring (%s)", (zone, time, now, expected) => {
    expect(next(zone, time, now)).toBe(expected);
  });

  it.each([
    ["Europe/Paris", "02:30", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00.000Z"],
    ["America/New_York", "01:30", "2026-10-31T12:00:00Z", "2026-11-01T05:30:00.000Z"],
    ["Australia/Lord_Howe", "01:45", "2026-04-04T10:00:00Z", "2026-04-04T14:45:00.000Z"],
  ])("uses only the first of the two times in %s in autumn (%s)", (zone, time, now, expected) => {
    expect(next(zone, time, now)).toBe(expected);
    const after = nextCrawlAt(at(zone, time), new Date(expected));
    expect(after.getTime() - Date.parse(expected)).toBeGreaterThan(23 * 3_600_000);
  });

  it.each([
    ["Europe/Paris", ["2026-03-26T09:07:00Z", "2026-10-22T09:07:00Z"]],
    ["America/New_York", ["2026-03-05T09:07:00Z", "2026-10-29T09:07:00Z"]],
    ["Australia/Lord_Howe", ["2026-04-02T09:07:00Z", "2026-10-01T09:07:00Z"]],
  ])("crawls once on each calendar day in %s, at any time and clock change", (zone, starts) => {
    for (const start of starts) {
      for (let minuteOfDay = 0; minuteOfDay < 1440; minuteOfDay += 29) {
        const clock = { timeZone: zone, crawlHour: Math.floor(minuteOfDay / 60), crawlMinute: minuteOfDay % 60 };
        const days: string[] = [];
        for (let now = new Date(start), day = 0; day < 7; day += 1) {
          now = nextCrawlAt(clock, now);
          days.push(localDay(now, zone));
        }
        expect(days, `${clock.crawlHour}:${clock.crawlMinute}`).toEqual(sevenDaysFrom(days[0] ?? ""));
      }
    }
  });

  it("hits each minute of a day without a clock change exactly", () => {
    const now = new Date("2026-06-10T22:00:00Z");
    const shown = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", hour: "2-digit", minute: "2-digit" });
    for (let minute = 0; minute < 1440; minute += 1) {
      const clock = { timeZone: "Europe/Paris", crawlHour: Math.floor(minute / 60), crawlMinute: minute % 60 };
      const moment = nextCrawlAt(clock, now);
      expect(shown.format(moment)).toBe(
        `${String(clock.crawlHour).padStart(2, "0")}:${String(clock.crawlMinute).padStart(2, "0")}`,
      );
      expect(moment.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
      expect(moment.getTime()).toBeGreaterThan(now.getTime());
    }
  });

  it("throws for an unknown time zone", () => {
    expect(() => next("Mars/Olympus", "05:00", "2026-11-21T00:00:00Z")).toThrow(RangeError);
  });
});

describe("localDay", () => {
  it.each([
    ["2026-11-21T10:59:59Z", "Pacific/Auckland", "2026-11-21"],
    ["2026-11-21T11:00:00Z", "Pacific/Auckland", "2026-11-22"],
    ["2026-11-21T07:59:59Z", "America/Los_Angeles", "2026-11-20"],
    ["2026-12-31T23:59:59.999Z", "UTC", "2026-12-31"],
  ])("at %s in %s is %s", (moment, zone, day) => {
    expect(localDay(new Date(moment), zone)).toBe(day);
  });
});

function sevenDaysFrom(first: string): string[] {
  return Array.from({ length: 7 }, (_, index) => new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10));
}
