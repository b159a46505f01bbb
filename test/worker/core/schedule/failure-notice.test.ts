import { describe, expect, it } from "vitest";
import { type FailureStreak, noteFailure, noteSuccess } from "#worker/core/schedule/failure-notice.ts";

const NONE: FailureStreak = { failedDays: 0, lastFailedDay: null, failingTold: false };

/** The days on which the recipients are told, when crawls fail on these days. */
function toldOn(
  days: string[],
  start = NONE,
  { code = "timeout", wasRead = true } = {},
): { told: string[]; streak: FailureStreak } {
  const told: string[] = [];
  let streak = start;
  for (const day of days) {
    const step = noteFailure(streak, { today: day, code, wasRead });
    streak = step.streak;
    if (step.shouldNotify) told.push(day);
  }
  return { told, streak };
}

describe("a site whose crawls fail", () => {
  it("is reported once, on the third day", () => {
    const { told, streak } = toldOn(["11-01", "11-02", "11-03", "11-04", "11-05"]);
    expect(told).toEqual(["11-03"]);
    expect(streak).toEqual({ failedDays: 5, lastFailedDay: "11-05", failingTold: true });
  });

  it.each(["not-found", "pages-missing"])("is reported once, on the first day, where the server says so: %s", (code) => {
    const days = ["11-01", "11-01", "11-02", "11-03", "11-04"];
    expect(toldOn(days, NONE, { code }).told).toEqual(["11-01"]);
    expect(toldOn(days, NONE, { code, wasRead: false }).told).toEqual(["11-03"]);
  });

  it("counts several failures on one day as one", () => {
    const { told, streak } = toldOn(["11-01", "11-01", "11-01", "11-02", "11-02"]);
    expect(told).toEqual([]);
    expect(streak.failedDays).toBe(2);
  });

  it("is not reported again on the same day", () => {
    expect(toldOn(["11-01", "11-02", "11-03", "11-03"]).told).toEqual(["11-03"]);
  });

  it("starts again after a success", () => {
    const { streak } = noteSuccess(toldOn(["11-01", "11-02"]).streak);
    expect(toldOn(["11-04", "11-05"], streak).told).toEqual([]);
    expect(toldOn(["11-04", "11-05", "11-06"], streak).told).toEqual(["11-06"]);
  });

  it("is reported as working again only if the failure was reported", () => {
    expect(noteSuccess(toldOn(["11-01", "11-02"]).streak)).toEqual({ streak: NONE, shouldNotify: false });
    const told = noteSuccess(toldOn(["11-01", "11-02", "11-03"]).streak);
    expect(told).toEqual({ streak: NONE, shouldNotify: true });
    expect(noteSuccess(told.streak).shouldNotify).toBe(false);
  });
});
