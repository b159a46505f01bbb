import { describe, expect, it } from "vitest";
import { RIGHTS, type Right } from "#worker/core/people/rights.ts";
import { isChangingRight } from "#worker/core/winding-down/reading-rights.ts";
import { SERVICE_OPEN } from "#worker/core/winding-down/wind-down.ts";
import {
  readOnlyWords,
  salesEndedWords,
  signUpsEndedWords,
  windDownNotice,
} from "#worker/core/winding-down/wind-down-words.ts";

const endsAt = new Date("2027-01-15T00:00:00Z");
const announced = { stage: "announced", endsAt, endedAt: null } as const;
const ended = { stage: "ended", endsAt, endedAt: new Date("2027-01-16T09:00:00Z") } as const;

describe("the words about the closing", () => {
  it("say when, and until when one can read", () => {
    expect(signUpsEndedWords(announced)).toBe("Flawless closes on 15 January 2027, so we no longer take new accounts.");
    expect(salesEndedWords(announced)).toContain("keeps its plan until then without paying again");
    expect(readOnlyWords(ended)).toBe(
      "Flawless closed on 16 January 2027, so you can no longer change anything. You can read and download everything until 15 February 2027.",
    );
    expect(salesEndedWords(ended)).not.toContain("keeps its plan");
  });

  it("are on every page from the announcement on", () => {
    expect(windDownNotice(SERVICE_OPEN)).toBeNull();
    expect(windDownNotice(announced)?.text).toContain("Until then everything works as before");
    expect(windDownNotice(ended)?.text).toContain("Nothing can be changed any more.");
  });
});

describe("the rights that stay when nothing can be changed", () => {
  it("are those to see, to download, to leave, and to see invoices", () => {
    const stay = Object.keys(RIGHTS).filter((right) => isRight(right) && !isChangingRight(right));
    expect(stay.toSorted()).toEqual([
      "activity.see",
      "billing.change",
      "billing.see",
      "channels.see",
      "people.see",
      "sites.see",
      "style.see",
      "team.belong",
      "team.export",
      "words.see",
    ]);
  });
});

function isRight(name: string): name is Right {
  return Object.hasOwn(RIGHTS, name);
}
