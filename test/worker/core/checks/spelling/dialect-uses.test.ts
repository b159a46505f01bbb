import { describe, expect, it } from "vitest";
import { findDialectUses } from "#worker/core/checks/spelling/dialect-uses.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

const lexicon = await loadLexicon();
const usesIn = (text: string, language: Parameters<typeof findDialectUses>[1] = "en-US") =>
  findDialectUses({ text }, language, lexicon).map(
    ({ rule, text: word, suggestions }) => `${rule.split("/")[1]?.split("-")[0]} ${word} ${suggestions[0]}`,
  );

describe("findDialectUses", () => {
  it.each([
    ["The color of the center", ["american color colour", "american center centre"]],
    ["The colours of both centres", ["british colours colors", "british centres centers"]],
    ["He traveled and was traveling", ["american traveled travelled", "american traveling travelling"]],
    ["She travelled to the theatre", ["british travelled traveled", "british theatre theater"]],
    ["We organise and analyse", ["british organise organize", "british analyse analyze"]],
    ["They analyzed the defense", ["american analyzed analysed", "american defense defence"]],
    ["Grey walls and gray ones, both grey", ["american gray grey", "british grey gray"]],
    ["A favourite neighbour", ["british favourite favorite", "british neighbour neighbor"]],
    ["Fulfillment of the enrollment", ["american enrollment enrolment"]],
  ])("tells the spellings of %j", (text, uses) => {
    expect(usesIn(text)).toEqual(uses);
    expect(usesIn(text, "en-GB")).toEqual(uses);
  });

  it.each([
    "We organize and recognize, as both do.",
    "A doctor, an actor, four hours, your tour, our flour, poor floor.",
    "The Labour Party met at the Lincoln Center.",
    "Water, paper, letter, number, here, there, more, fire, before.",
    "Call, well, still, full, small, tell, will, a list, the wall.",
    "They say that the way is long and the day is bright.",
    "The science of silence; the sense of license.",
    "He was calling, selling, pulling, filling and feeling.",
    "A dialog about a blog and a dog.",
    "Advertise, exercise, advise, promise, rise, size.",
  ])("finds nothing telling in %j", (text) => {
    expect(usesIn(text)).toEqual([]);
  });

  it("leaves Canadians and other languages alone", () => {
    expect(usesIn("The colour of the center", "en-CA")).toEqual([]);
    expect(usesIn("colour center", "de")).toEqual([]);
  });
});
