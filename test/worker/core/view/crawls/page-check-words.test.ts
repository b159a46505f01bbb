import { expect, it } from "vitest";
import { pageCheckWords } from "#worker/core/view/crawls/page-check-words.ts";

const DONE = { state: "finished", opened: 0, fixed: 0, isGone: false, failureMessage: null, linksLeft: 0 } as const;

it.each([
  [{ ...DONE, opened: 1, fixed: 2 }, "2 fixed, 1 new. Checked just now."],
  [DONE, "No change. Checked just now."],
  [{ ...DONE, fixed: 1, isGone: true }, "This page no longer exists. 1 fixed. Checked just now."],
  [{ ...DONE, linksLeft: 1 }, "No change. Checked just now. 1 link answers slowly: we go on asking."],
  [
    { ...DONE, state: "failed" as const, failureMessage: "The server reported an error (500)." },
    "We could not read this page. The server reported an error (500). Its issues stay as they are.",
  ],
  [{ ...DONE, state: "cancelled" as const }, "This check was stopped. The issues stay as they are."],
])("says what a page check brought: %j", (result, words) => {
  expect(pageCheckWords(result)).toBe(words);
});
