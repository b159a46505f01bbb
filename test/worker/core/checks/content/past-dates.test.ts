import { describe, expect, it } from "vitest";
import { checkContent } from "#worker/core/checks/content/check-content.ts";
import { holdsAt } from "#worker/core/checks/finding.ts";
import type { BlockKind } from "#worker/core/page/block.ts";

const foundOn = (day: string, text: string, kind: BlockKind = "paragraph") =>
  checkContent({ kind, text })
    .filter((finding) => holdsAt(finding, new Date(`${day}T12:00:00Z`)))
    .map(({ text: found }) => found);

describe("a copyright year", () => {
  it.each([
    "© 2023 Harbour Bakery. All rights reserved.",
    "Copyright © 2019–2023 Harbour Bakery",
    "Harbour Bakery (c) 2023",
    "Copyright © 2019, 2021, 2023 Harbour Bakery",
    "Copyright 2023 by Harbour Bakery Ltd.",
  ])("counts as past from February of the next year: %j", (text) => {
    expect(foundOn("2023-12-31", text)).toEqual([]);
    expect(foundOn("2024-01-31", text)).toEqual([]);
    expect(foundOn("2024-02-01", text)).toEqual(["2023"]);
    expect(foundOn("2026-11-21", text)).toEqual(["2023"]);
  });

  it.each<[string, BlockKind?]>([
    ["Photo © 2011 Jane Doe"],
    ["© 2011 Jane Doe", "caption"],
    ["© 2019 – present Harbour Bakery"],
    ["Copyright © 2006, 2007, 2008, 2009, 2010 Harbour Bakery"],
    ["© 2019-today Harbour Bakery"],
    ["The text is under the CC BY 4.0 license, © 2020 its authors."],
    ["Copyright law changed in 2019."],
    ["© Harbour Bakery"],
    ["Founded in 1998"],
    [
      "In 2020 the court held that the notice © 2015 on the first page of the book was enough, since everybody who opened it saw it there and could not have overlooked it.",
    ],
  ])("is left alone in %j", (text, kind = "paragraph") => {
    expect(foundOn("2026-11-21", text, kind)).toEqual([]);
  });
});

describe("an announced date", () => {
  it.each([
    ["Register by 30 June 2026 to get a place.", "Register by 30 June 2026"],
    ["Registration closes on Tuesday, June 30, 2026.", "Registration closes on Tuesday, June 30, 2026"],
    ["The deadline is 2026-06-30.", "The deadline is 2026-06-30"],
    ["Early bird tickets until 30th of Jun. 2026", "Early bird tickets until 30th of Jun. 2026"],
    ["The deadline for applications is 30 June 2026.", "The deadline for applications is 30 June 2026"],
    ["Our next workshop is on 30 June 2026.", "Our next workshop is on 30 June 2026"],
    ["Offer valid through June 30, 2026", "Offer valid through June 30, 2026"],
    ["Offer ends 30/06/2026", "Offer ends 30/06/2026"],
    ["Next class: 06/30/2026", "Next class: 06/30/2026"],
    ["Our next workshop: 30.06.2026", "Our next workshop: 30.06.2026"],
    ["Applications are due by midnight on June 30th, 2026.", "Applications are due by midnight on June 30th, 2026"],
  ])("counts as past from the next day until some months later: %j", (text, found) => {
    expect(foundOn("2026-06-30", text)).toEqual([]);
    expect(foundOn("2026-07-01", text)).toEqual([found]);
    expect(foundOn("2026-10-01", text)).toEqual([found]);
    expect(foundOn("2027-03-01", text)).toEqual([]);
  });

  it("with two possible readings counts as past after the later one, and as history by the earlier one", () => {
    const text = "Offer ends 05/06/2026";
    expect(foundOn("2026-06-05", text)).toEqual([]);
    expect(foundOn("2026-06-07", text)).toEqual([text]);
    expect(foundOn("2026-09-10", text)).toEqual([]);
    expect(foundOn("2026-12-04", "Offer ends 03/12/2026")).toEqual([]);
  });

  it.each([
    "The deadline was 30 June 2026.",
    "He was born on 30 June 2026.",
    "We registered by 30 June 2026 and got a place.",
    "Register by 31 June 2026.",
    "Register by 30 June.",
    "Register by 31/06/2026.",
    "Save the date: 1/2-2026",
    "Last updated: 30/06/2026",
    "The law of 30 June 2026 applies.",
    "Published on June 30, 2026",
    "Last updated: 2026-06-30",
    "The sale ended on 30 June 2026.",
    "The next day, 30 June 2026, he left.",
  ])("is left alone in %j", (text) => {
    expect(foundOn("2026-07-02", text)).toEqual([]);
  });
});
