import { describe, expect, it } from "vitest";
import { siteTroubles, type TroubleFacts, troubleRank, UNTROUBLED } from "#worker/core/view/sites/site-troubles.ts";

const last = { state: "finished", failureMessage: null, notChecked: [] } as const;
const healthy: TroubleFacts = { pausedBy: null, failedDays: 0, isProven: true, last: { ...last, notChecked: [] } };
const failed = { state: "failed", failureMessage: "The server did not answer.", notChecked: [] } as const;
const wordsOf = (facts: Partial<TroubleFacts>) => siteTroubles({ ...healthy, ...facts }).map(({ words }) => words);

describe("siteTroubles", () => {
  it("says nothing about a healthy site, nor about one that was just added", () => {
    expect(wordsOf({})).toEqual([]);
    expect(wordsOf({ last: null, isProven: false })).toEqual([]);
    expect(troubleRank([])).toBe(UNTROUBLED);
  });

  it.each<[Partial<TroubleFacts>, string]>([
    [{ failedDays: 1, last: { ...failed, notChecked: [] } }, "The last crawl failed. The server did not answer."],
    [{ failedDays: 3, last: { ...failed, notChecked: [] } }, "We could not read it for 3 days. The server did not answer."],
    [{ pausedBy: "plan" }, "Paused, because you have more sites than your plan includes."],
    [{ pausedBy: "owner" }, "You paused its daily crawls."],
    [{ isProven: false }, "Not verified as yours, so we read at most 50 pages."],
  ])("describes %j", (facts, words) => expect(wordsOf(facts)).toEqual([words]));

  it("names the most urgent part that was not checked, and none that is as it should be", () => {
    const part = (code: string) => ({ code, message: `About ${code}.` });
    expect(wordsOf({ last: { ...last, notChecked: [part("page-limit"), part("failed"), part("not-html")] } })).toEqual([
      "About failed.",
    ]);
    expect(wordsOf({ last: { ...last, notChecked: [part("not-html"), part("robots")] } })).toEqual([]);
  });

  it("lists the most urgent trouble first", () => {
    const troubles = siteTroubles({ pausedBy: "owner", failedDays: 2, isProven: false, last: { ...failed, notChecked: [] } });
    expect(troubles.map(({ rank }) => rank)).toEqual([0, 2, 4]);
    expect(troubleRank(troubles)).toBe(0);
  });
});
