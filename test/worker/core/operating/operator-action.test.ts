import { expect, it } from "vitest";
import { heldWords } from "#worker/core/operating/held-words.ts";
import { OPERATOR_ACTIONS, operatorActionWords } from "#worker/core/operating/operator-action.ts";

it("describes each action with its subject and what it changed", () => {
  const facts = { subject: "Crawls", before: "on", after: "off" };
  expect(operatorActionWords("switched", facts)).toBe("switched Crawls: on → off");
  for (const kind of Object.keys(OPERATOR_ACTIONS)) expect(operatorActionWords(kind, facts)).toContain("Crawls");
  expect(operatorActionWords("a later one", facts)).toBe("did something");
  expect(operatorActionWords("toString", facts)).toBe("did something");
});

it.each([
  ["site", "The site asked us to stop", "We paused this site. Our reason: The site asked us to stop. Write to us"],
  ["team", " It was abused! ", "We paused the crawls of your team. Our reason: It was abused! Write to us"],
  ["team", null, "We paused the crawls of your team. Write to us"],
] as const)("tells a team about the pause of a %s because of %j", (what, reason, words) =>
  expect(heldWords(what, reason)).toContain(words),
);
