import { describe, expect, it } from "vitest";
import { createMockClient } from "#test/support/mock-client.ts";
import { workingAnswer } from "#worker/core/checks/links/link-answer.ts";
import { createJudgeSecurity } from "#worker/http/links/secure-variant.ts";

const NEVER = new AbortController().signal;

/** A client whose requests go to these origins, each answering every one with its status. */
function clientOf(statuses: Record<string, number>) {
  return createMockClient(Object.fromEntries(Object.entries(statuses).map(([origin, status]) => [origin, () => ({ status })])));
}

describe("createJudgeSecurity", () => {
  it("names the https address of what is there over both, asking each host once", async () => {
    const { client, asked } = clientOf({ "https://mill.example": 200 });
    const judge = createJudgeSecurity(client);
    const answers = await Promise.all(
      ["/a", "/b"].map((path) => judge(`http://mill.example${path}`, workingAnswer({}, ["top"]), NEVER)),
    );
    expect(answers).toMatchObject([
      { state: "insecure", rule: "links/insecure", finalUrl: "https://mill.example/a", anchors: ["top"] },
      { state: "insecure", rule: "links/insecure", finalUrl: "https://mill.example/b", anchors: ["top"] },
    ]);
    expect(asked).toEqual(["HEAD https://mill.example/a"]);
  });

  it.each([404, 403, 500])("tells of no better address where https answers %i", async (status) => {
    const { client } = clientOf({ "https://mill.example": status });
    const answer = await createJudgeSecurity(client)("http://mill.example/a", workingAnswer({}), NEVER);
    expect(answer).toMatchObject({ state: "insecure", rule: "links/plain-http", finalUrl: null, status: 200 });
  });

  it("asks nothing about a port of its own, and about what leads to https by itself", async () => {
    const { client, asked } = clientOf({ "https://mill.example": 200 });
    const judge = createJudgeSecurity(client);
    expect(await judge("http://mill.example:8080/a", workingAnswer({}), NEVER)).toMatchObject({ rule: "links/plain-http" });
    const finalUrl = "https://mill.example/a";
    const led = await judge("http://mill.example/a", workingAnswer({ finalUrl }), NEVER);
    expect(led).toMatchObject({ rule: "links/plain-http", finalUrl });
    expect(asked).toEqual([]);
  });

  it("leaves all other answers as they are", async () => {
    const { client } = clientOf({});
    const judge = createJudgeSecurity(client);
    const fine = workingAnswer({});
    expect(await judge("https://mill.example/a", fine, NEVER)).toBe(fine);
    const gone = { ...fine, state: "broken", rule: "links/not-found" } as const;
    expect(await judge("http://mill.example/a", gone, NEVER)).toBe(gone);
  });
});
