import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { makeEnglishForms } from "#test/bench/words/english-forms.ts";

it("reads the forms of the dictionaries that are installed", { timeout: 60_000 }, () => {
  const file = new URL("../../../../worker/threads/check/english-forms/en.txt.gz", import.meta.url);
  const isSame = gunzipSync(readFileSync(file)).toString("utf8") === makeEnglishForms();
  expect(isSame, "Run node test/bench/make/make-english-forms.ts, because a dictionary has changed.").toBe(true);
});
