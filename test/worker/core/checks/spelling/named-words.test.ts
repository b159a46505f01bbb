import { beforeAll, describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { type CheckSpelling, createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import {
  areListed,
  isAmongNames,
  isCutShort,
  isInPersonsName,
  isNamed,
  isSpokenOf,
} from "#worker/core/checks/spelling/named-words.ts";
import { tokenize, type Word } from "#worker/core/checks/spelling/tokenize.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

function wordIn(text: string, written: string): Word {
  const word = tokenize(text).find((one) => one.word === written);
  if (!word) throw new Error(`No “${written}” in “${text}”.`);
  return word;
}

describe("isNamed", () => {
  it.each([
    ["Install the zyngod package.", true],
    ["Use the daemon zyngod for it.", true],
    ["The command “zyngod” is not found.", true],
    ["See zyngod(8) for more.", true],
    ["One package, zyngod, does it.", true],
    ["If zyngod is installed, start it.", true],
    ["We zyngod the letters daily.", false],
    ["It was a zyngod, they said.", false],
  ])("of the word in %j: %s", (text, expected) => {
    expect(isNamed(wordIn(text, "zyngod"), text)).toBe(expected);
  });

  it("takes a part of what has many parts for a name, and one of two not", () => {
    const many = "Our nagios-nrpex-plugin is new.";
    const two = "A well-nrpex plan.";
    expect(isNamed(wordIn(many, "nrpex"), many)).toBe(true);
    expect(isNamed(wordIn(two, "nrpex"), two)).toBe(false);
    expect(isAmongNames(wordIn(two, "nrpex"), two)).toBe(true);
  });
});

describe("isSpokenOf", () => {
  it.each([
    ["zyngo is the abbreviation of zeal.", true],
    ["An image viewer (zyngo) and more.", true],
    ["With zyngo you see what zyngo does.", true],
    ["There zyngo is used.", false],
    ["A thing (like zyngo) is used.", false],
    ["The zyngos are not zyngo.", false],
  ])("of the word in %j: %s", (text, expected) => {
    expect(isSpokenOf(wordIn(text, "zyngo"), text)).toBe(expected);
  });
});

describe("isCutShort", () => {
  it.each([
    ["Packaging System: Tools and Fundamenta...", true],
    ["Packaging System: Tools and Fundamenta…", true],
    ["Tools and Fundamenta… and so on", false],
  ])("of the word in %j: %s", (text, expected) => {
    expect(isCutShort(wordIn(text, "Fundamenta"), text)).toBe(expected);
  });
});

describe("isInPersonsName", () => {
  it.each([
    ["This was written by Marilyne Brun last year.", true],
    ["This was written by Marilyne last year.", false],
    ["About Marilyne Brun", false],
  ])("of the word in %j: %s", (text, expected) => {
    expect(isInPersonsName(wordIn(text, "Marilyne"), text)).toBe(expected);
  });
});

describe("areListed", () => {
  it.each([
    ["talkdx, cupsdx", true],
    ["talkdx and cupsdx", true],
    ["talkdx (for talks), and cupsdx", true],
    ["talkdx/cupsdx", true],
    ["talkdx with cupsdx", false],
    ["talkdx. Then cupsdx", false],
  ])("of the two in %j: %s", (text, expected) => {
    const [one, other] = [wordIn(text, "talkdx"), wordIn(text, "cupsdx")];
    expect(areListed(one, other, text)).toBe(expected);
    expect(areListed(other, one, text)).toBe(expected);
  });
});

describe("createCheckSpelling, on names in lower case", () => {
  let check: CheckSpelling;
  beforeAll(async () => {
    check = createCheckSpelling(await loadLexicon());
  });
  const mailed = (text: string) =>
    check({ text }, "en-US").flatMap(({ text: word, confidence }) => (confidence >= MAIL_CONFIDENCE ? [word] : []));

  it.each([
    "The heart of the system is the scheduler, cupsd, which prints.",
    "You can use kino, dirvish or postgrey for it.",
    "This is possible with the dirvish package.",
    "buildd is the abbreviation of “build daemon”.",
    "Servers such as lighttpd are small.",
    "Windows can be iconized there.",
  ])("mails nobody about %j", (text) => {
    expect(mailed(text)).toEqual([]);
  });

  it.each([
    ["The goverment package is delayed.", ["goverment"]],
    ["Our definately happend long ago.", ["definately", "happend"]],
    ["We had seperate rooms and definately paid the “seperate” bills.", ["seperate", "definately", "seperate"]],
    ["She walkedd away.", ["walkedd"]],
  ])("still mails what no name explains in %j", (text, expected) => {
    expect(mailed(text)).toEqual(expected);
  });
});
