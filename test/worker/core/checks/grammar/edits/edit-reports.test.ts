import { describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { editReports } from "#worker/core/checks/grammar/edits/edit-reports.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";

const tools = { isWord: () => true, readSentence: loadReader() };
const fixesOf = (text: string) => editReports(tokensOf(text), tools).flatMap(({ suggestions }) => suggestions);

describe("small corrections that neighbours ask for", () => {
  it("are mailed where they are sure, and shown where they are less so", () => {
    const confidenceOf = (text: string) => editReports(tokensOf(text), tools)[0]?.confidence ?? 0;
    expect(confidenceOf("We plan stay there for two weeks.")).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
    expect(confidenceOf("Press the fork button in top right of the page.")).toBeLessThan(MAIL_CONFIDENCE);
    expect(confidenceOf("Press the fork button in top right of the page.")).toBeGreaterThan(0);
  });

  it.each([
    ["We plan stay there for two weeks.", "plan to stay"],
    ["It is very useful know the way.", "useful to know"],
    ["She spent lot of money on it.", "spent a lot"],
    ["It's is very easy to find us.", "very"],
    ["Ask them if you want more then that.", "than"],
    ["Please talk to they about it.", "them"],
    ["The another reason is the price.", "other"],
    ["They spent many time on it.", "much"],
    ["The parcel will be deliver on Monday.", "delivered"],
    ["There are two kind of tickets.", "kinds"],
    ["It will helps you to find the door.", "help"],
    ["They will have to signed the form.", "sign"],
    ["It is the best way to learned a language.", "learn"],
  ])("“%s”: %s", (text, fix) => {
    expect(fixesOf(text)).toEqual([fix]);
  });

  it.each([
    "The documents we need include a map.",
    "You have write access to this folder.",
    "All we ask is call us the day before.",
    "The man we spoke to seems kind.",
    "The things that matter most are free.",
    "At 1 year of age he could walk.",
    "People with an anxiety disorder are not alone.",
    "Smoking causes cancer in many people.",
    "He counts backwards by threes.",
    "They do better than were the others.",
    "As we mention above, it is free.",
    "The place we went to to eat was full.",
    "It helps clients examine their thoughts.",
    "What we most often hear is praise.",
    "The best thing to do is wait for the ferry.",
    "The light lets plants grow all year.",
    "How many garden chairs are there?",
    "The songs he has are French.",
    "Names have letters from a to z.",
    "He was bit by a horse.",
    "The key that signs its messages is kept in a safe.",
    "The best thing you can do is swim.",
    "My wish is to be quarterback.",
    "It is not an apples to apples comparison.",
    "It depends how you look at it.",
    "The house is still a long ways off.",
  ])("leaves “%s” alone", (text) => {
    expect(fixesOf(text)).toEqual([]);
  });
});
