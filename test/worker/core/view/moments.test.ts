import { describe, expect, it } from "vitest";
import { clockTime, duration, relativeTime } from "#worker/core/view/moments.ts";

const now = new Date("2026-11-21T04:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe("relativeTime", () => {
  it.each([
    [0, "just now"],
    [-59, "just now"],
    [59, "in a moment"],
    [-60, "1 minute ago"],
    [-300, "5 minutes ago"],
    [3 * 3600, "in 3 hours"],
    [-86_400, "1 day ago"],
    [-40 * 86_400, "1 month ago"],
    [-800 * 86_400, "2 years ago"],
  ])("formats %d seconds as %j", (seconds, words) => expect(relativeTime(later(seconds), now)).toBe(words));
});

describe("clockTime", () => {
  it("formats in the time zone", () => {
    expect(clockTime(now, "Asia/Kathmandu")).toBe("21 Nov 2026, 09:45");
    expect(clockTime(now, "UTC")).toBe("21 Nov 2026, 04:00");
  });
});

describe("duration", () => {
  it.each([
    [0, "0.0 s"],
    [-5, "0.0 s"],
    [420, "0.4 s"],
    [41_700, "42 s"],
    [59_700, "1 min 0 s"],
    [185_000, "3 min 5 s"],
    [7_800_000, "2 h 10 min"],
  ])("formats %d ms as %j", (ms, words) => expect(duration(ms)).toBe(words));
});
