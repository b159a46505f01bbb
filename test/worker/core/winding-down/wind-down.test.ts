import { describe, expect, it } from "vitest";
import {
  beginStep,
  finishStep,
  nextStep,
  readableUntil,
  SERVICE_OPEN,
  takeBack,
  WIND_DOWN_STAGES,
  WIND_DOWN_STEPS,
  type WindDown,
  type WindDownStep,
} from "#worker/core/winding-down/wind-down.ts";
import { windDownEffects } from "#worker/core/winding-down/wind-down-effects.ts";

const at = (day: string) => new Date(`${day}T10:00:00Z`);
const ends = new Date("2027-01-15T00:00:00Z");

/** Days on which each step of one closing is taken. */
const DAYS: Record<WindDownStep, Date> = {
  announce: at("2026-12-01"),
  remind: at("2027-01-07"),
  end: at("2027-01-15"),
  archive: at("2027-02-14"),
  delete: at("2027-02-15"),
};

/** Takes all steps up to one. */
function closeUpTo(last: WindDownStep): WindDown {
  const steps = WIND_DOWN_STEPS.slice(0, WIND_DOWN_STEPS.indexOf(last) + 1);
  const take = (state: WindDown, step: WindDownStep) => {
    const begun = beginStep(state, step, { now: DAYS[step], ...(step === "announce" ? { endsAt: ends } : {}) });
    return finishStep(begun, step === "archive" ? "backup.age" : undefined);
  };
  return steps.reduce(take, SERVICE_OPEN);
}

describe("the closing of the service", () => {
  it("goes through its stages in order, and knows the next step", () => {
    const stages = WIND_DOWN_STEPS.map((step) => closeUpTo(step).stage);
    expect(["open", ...stages]).toEqual([...WIND_DOWN_STAGES]);
    expect([SERVICE_OPEN, ...WIND_DOWN_STEPS.map(closeUpTo)].map(nextStep)).toEqual([...WIND_DOWN_STEPS, null]);
    expect(closeUpTo("delete")).toMatchObject({ archive: "backup.age", endsAt: ends, deletedAt: DAYS.delete });
  });

  it.each(WIND_DOWN_STEPS.flatMap((from) => WIND_DOWN_STEPS.map((step) => [from, step] as const)))(
    "after %s, refuses %s unless it is the next step",
    (from, step) => {
      const state = closeUpTo(from);
      const take = () => beginStep(state, step, { now: DAYS[step], endsAt: ends });
      if (nextStep(state) === step) expect(take().isDone).toBe(false);
      else expect(take).toThrow(/comes after/);
    },
  );

  it.each(WIND_DOWN_STEPS)("repeats %s until it is done, without another time, and lets nothing follow before", (step) => {
    const before = closeUpTo(step);
    const interrupted = { ...before, isDone: false };
    expect(nextStep(interrupted)).toBe(step);
    expect(beginStep(interrupted, step, { now: at("2030-01-01") })).toBe(interrupted);
    const next = WIND_DOWN_STEPS[WIND_DOWN_STEPS.indexOf(step) + 1];
    if (next) expect(() => beginStep(interrupted, next, { now: DAYS[next] })).toThrow(/was interrupted/);
  });

  it.each([
    [undefined, "--ends 2027-01-01"],
    ["2026-12-31T00:00:00Z", "--ends 2027-01-01"],
    ["2020-01-01T00:00:00Z", "--ends 2027-01-01"],
  ])("wants thirty days before the end: %s", (day, sentence) => {
    const begin = () => beginStep(SERVICE_OPEN, "announce", { now: DAYS.announce, endsAt: day ? new Date(day) : undefined });
    expect(begin).toThrow(sentence);
  });

  it.each([
    ["2027-01-04", undefined, "not due yet. Run this step on 2027-01-05"],
    ["2027-01-09", undefined, "Name a later day: --ends 2027-01-17"],
    ["2027-01-20", undefined, "Name a later day: --ends 2027-01-28"],
    ["2027-01-07", "2027-01-14", "later than it was announced, but not earlier"],
    ["2027-01-09", "2027-03-01", "not due yet. Run this step on 2027-02-19"],
  ])("wants seven to ten days between the second mail and the end: %s, %s", (day, endsAt, sentence) => {
    const named = endsAt ? new Date(`${endsAt}T00:00:00Z`) : undefined;
    expect(() => beginStep(closeUpTo("announce"), "remind", { now: at(day), endsAt: named })).toThrow(sentence);
  });

  it("postpones the end when the second mail is late", () => {
    const later = new Date("2027-01-17T00:00:00Z");
    expect(beginStep(closeUpTo("announce"), "remind", { now: at("2027-01-09"), endsAt: later }).endsAt).toEqual(later);
  });

  it("ends not before the day, and archives not before people had thirty days to read", () => {
    expect(() => beginStep(closeUpTo("remind"), "end", { now: at("2027-01-14") })).toThrow(/until 2027-01-15/);
    const late = beginStep(closeUpTo("remind"), "end", { now: at("2027-01-20") });
    expect(readableUntil(late)).toEqual(at("2027-02-19"));
    expect(() => beginStep(finishStep(late), "archive", { now: at("2027-02-18") })).toThrow(/until 2027-02-19/);
  });

  it("takes each step back until the next, and what is deleted never", () => {
    const steps = ["remind", "end", "archive"] as const;
    for (const step of steps) {
      const before = closeUpTo(WIND_DOWN_STEPS[WIND_DOWN_STEPS.indexOf(step) - 1] ?? step);
      expect(takeBack(closeUpTo(step))).toEqual(before);
      expect(takeBack({ ...closeUpTo(step), isDone: false })).toEqual(before);
    }
    expect(() => takeBack(closeUpTo("delete"))).toThrow(/Restore the archive/);
    expect(() => takeBack(SERVICE_OPEN)).toThrow(/nothing to take back/);
  });

  it("makes taking the announcement back a work to finish, before which nothing is announced again", () => {
    const going = takeBack(closeUpTo("announce"));
    expect(going).toMatchObject({ stage: "open", isDone: false });
    expect(takeBack(going)).toBe(going);
    expect(nextStep(going)).toBeNull();
    expect(() => beginStep(going, "announce", { now: DAYS.announce, endsAt: ends })).toThrow(/being taken back/);
    expect(beginStep(finishStep(going), "announce", { now: at("2027-01-01"), endsAt: at("2027-03-01") })).toMatchObject({
      stage: "announced",
      announcedAt: at("2027-01-01"),
    });
  });

  it("turns off one thing after the other", () => {
    const off = WIND_DOWN_STAGES.map((stage) =>
      Object.entries(windDownEffects(stage)).flatMap(([name, on]) => (on ? [] : name)),
    );
    expect(off).toEqual([
      [],
      ["takesSignUps", "sells"],
      ["takesSignUps", "sells"],
      ["takesSignUps", "sells", "crawls", "takesChanges"],
      ["takesSignUps", "sells", "crawls", "takesChanges", "backsUp"],
      ["takesSignUps", "sells", "crawls", "takesChanges", "backsUp"],
    ]);
  });
});
