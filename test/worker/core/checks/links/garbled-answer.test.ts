import { describe, expect, it } from "vitest";
import { needsSecondLook } from "#worker/core/checks/links/judge/judge-browser-view.ts";
import { judgeFailure } from "#worker/core/checks/links/judge/judge-failure.ts";
import { verdictOf } from "#worker/core/checks/links/link-answer.ts";

describe("an answer that our HTTP parser refuses", () => {
  it("is never broken, and a browser looks at it", () => {
    const answer = judgeFailure({ code: "connection", message: "?" }, "HPE_INVALID_HEADER_TOKEN");
    const verdict = verdictOf("https://mill.example/", { ...answer, isGarbled: true });
    expect(verdict).toMatchObject({ state: "unknown", rule: "links/unknown" });
    expect(needsSecondLook(verdict)).toBe(true);
  });

  it("is broken where it is no HTTP at all", () => {
    expect(judgeFailure({ code: "connection", message: "?" }, "HPE_INVALID_CONSTANT").rule).toBe("links/unreachable");
  });
});
