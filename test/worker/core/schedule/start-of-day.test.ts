import { describe, expect, it } from "vitest";
import { startOfDay } from "#worker/core/schedule/start-of-day.ts";

describe("startOfDay", () => {
  it.each([
    ["2026-12-24", "UTC", "2026-12-24T00:00:00.000Z"],
    ["2026-12-24", "Europe/Vienna", "2026-12-23T23:00:00.000Z"],
    ["2026-07-01", "Europe/Vienna", "2026-06-30T22:00:00.000Z"],
    ["2026-12-24", "Pacific/Auckland", "2026-12-23T11:00:00.000Z"],
    ["2026-12-24", "America/Los_Angeles", "2026-12-24T08:00:00.000Z"],
    // Midnight is skipped there on this day: clocks go from 24:00 to 1:00.
    ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"],
  ])("begins %s in %s at %s", (day, timeZone, expected) => {
    expect(startOfDay(day, timeZone)?.toISOString()).toBe(expected);
  });

  it.each(["2026-02-30", "2026-13-01", "2026-1-1", "tomorrow", "", "2026-12-24T00:00:00Z"])("knows no day %s", (day) => {
    expect(startOfDay(day, "UTC")).toBeNull();
  });
});
