import { expect, it } from "vitest";
import { formatChanges } from "#worker/core/report/format-changes.ts";
import type { ReportChange } from "#worker/core/report/report.ts";
import { PLAIN_STYLE } from "#worker/core/report/text-style.ts";

const change = (fields: Partial<ReportChange> = {}): ReportChange => ({
  ...{ event: "opened", quiet: false, check: "spelling", rule: "spelling/unknown-word" },
  ...{
    message: "“recieve” is not a known word.",
    text: "recieve",
    occurrences: [{ url: "https://bakery.example/", selector: "p" }],
  },
  ...fields,
});

it("shows what is new and what is fixed, and counts the rest", () => {
  const occurrences = [1, 2, 3, 4, 5].map((number) => ({ url: `https://bakery.example/${number}`, selector: "p" }));
  const changes = [change({ event: "fixed", text: "teh" }), change({ occurrences }), change({ quiet: true, text: "adress" })];
  expect(formatChanges(changes, PLAIN_STYLE)).toMatchInlineSnapshot(`
    "New since the last run (1)

      recieve
        “recieve” is not a known word.
        https://bakery.example/1
        https://bakery.example/2
        https://bakery.example/3
        and 2 more pages

    Fixed since the last run (1)

      teh
        “recieve” is not a known word.
        https://bakery.example/

    We left out 1 change that may be no mistake or that only newer rules report; --json lists them.
    "
  `);
});

it("says so if nothing is new", () => {
  expect(formatChanges([], PLAIN_STYLE)).toBe("Nothing new since the last run.\n");
});
