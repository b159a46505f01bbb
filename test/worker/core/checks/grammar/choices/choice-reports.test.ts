import { describe, expect, it } from "vitest";
import { choiceReports } from "#worker/core/checks/grammar/choices/choice-reports.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";

const reportsOf = (text: string) => choiceReports(text, tokensOf(text));

describe("choiceReports", () => {
  it.each([
    ["He did not received the parcel that we had sent.", "receive"],
    ["It is much harder then it was before.", "than"],
    ["They use there own tools for the work.", "their"],
  ])("corrects “%s”", (text, better) => {
    const reports = reportsOf(text);
    expect(reports).toHaveLength(1);
    const [report] = reports;
    expect(report?.suggestions[0]).toContain(better);
    expect(report?.message).toContain(better);
    expect(report?.message).not.toMatch(/\{|\}/u);
  });

  it.each([
    "Their dogs play there because they're happy.",
    "We did receive the parcel that you sent.",
    "What we do is build homes that people love.",
    "The team are happy with the results of these tests.",
    "Can alerts go to Slack?",
    "How We Build Boats And Sail Them",
    "“They was” is what he wrote in the letter.",
  ])("leaves “%s” alone", (text) => {
    expect(reportsOf(text)).toEqual([]);
  });

  it("takes time in proportion to the text", () => {
    const sentence = "We repair old clocks and sell new ones to people who love them. ";
    const cost = (text: string) => {
      const before = process.cpuUsage();
      reportsOf(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    cost(sentence.repeat(200));
    const [short, long] = [cost(sentence.repeat(50)), cost(sentence.repeat(400))];
    expect(long / short).toBeLessThan(40);
  }, 60_000);
});
