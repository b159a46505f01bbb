import { describe, expect, it } from "vitest";
import type { Rhythm } from "#worker/core/digest/rhythm.ts";
import { nextSummaryAt } from "#worker/core/schedule/next-summary-at.ts";

const next = (rhythm: Rhythm, hour: number, timeZone: string, now: string) =>
  nextSummaryAt({ rhythm, hour, timeZone }, new Date(now))?.toISOString() ?? null;

describe("nextSummaryAt", () => {
  it.each<[string, Rhythm, number, string, string, string | null]>([
    ["never for mail at once", "at_once", 8, "UTC", "2026-11-29T07:00:00Z", null],
    ["later the same day", "daily", 8, "UTC", "2026-11-29T07:59:59Z", "2026-11-29T08:00:00.000Z"],
    ["tomorrow at the very moment", "daily", 8, "UTC", "2026-11-29T08:00:00Z", "2026-11-30T08:00:00.000Z"],
    ["on the next Monday", "weekly", 8, "UTC", "2026-11-24T09:00:00Z", "2026-11-30T08:00:00.000Z"],
    ["a week later on a Monday that has begun", "weekly", 8, "UTC", "2026-11-30T08:00:00Z", "2026-12-07T08:00:00.000Z"],
    ["on the local Monday", "weekly", 8, "Pacific/Auckland", "2026-11-29T18:00:00Z", "2026-11-29T19:00:00.000Z"],
    ["on the first of the next month", "monthly", 8, "UTC", "2026-12-01T08:00:00Z", "2027-01-01T08:00:00.000Z"],
    ["on the first of the next year", "monthly", 0, "Europe/Berlin", "2026-12-02T00:00:00Z", "2026-12-31T23:00:00.000Z"],
    ["after a hour that the clocks skip", "daily", 2, "Europe/Berlin", "2027-03-27T12:00:00Z", "2027-03-28T01:00:00.000Z"],
    [
      "once where the clocks show the hour twice",
      "daily",
      2,
      "Europe/Berlin",
      "2026-10-25T00:00:00Z",
      "2026-10-26T01:00:00.000Z",
    ],
    ["in UTC where the zone is unknown", "daily", 8, "Mars/Olympus", "2026-11-29T07:00:00Z", "2026-11-29T08:00:00.000Z"],
  ])("is %s", (_when, rhythm, hour, timeZone, now, expected) => {
    expect(next(rhythm, hour, timeZone, now)).toBe(expected);
  });
});
