import { describe, expect, it } from "vitest";
import { faultyAnswer, type LinkAnswer, verdictOf, workingAnswer } from "#worker/core/checks/links/link-answer.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { createPrefetchChecker } from "#worker/http/links/prefetch-checker.ts";

const NEVER = new AbortController().signal;
const SHEET = "https://bakery.example/a.css";
const LOAF = "https://bakery.example/loaf.png";
const MILL = "https://mill.example/";

/** A check that gives these answers, in turn for each address, and notes what it was asked. */
function makeChecker(answers: Record<string, LinkAnswer[]>) {
  const asked: string[] = [];
  const checker = createPrefetchChecker(async function* (targets): AsyncGenerator<LinkVerdict> {
    for (const target of targets) {
      asked.push(target);
      yield verdictOf(target, answers[target]?.shift() ?? workingAnswer({}));
    }
  });
  return { ...checker, asked };
}

const gone = () => faultyAnswer("links/not-found", "The page does not exist (404).", { status: 404 });

describe("createAheadChecker", () => {
  it("asks once for what was clear ahead: it works, or it is not there", async () => {
    const { prefetchLinks, checkLinks, asked } = makeChecker({ [SHEET]: [gone()] });
    await prefetchLinks([SHEET, LOAF], NEVER);
    const verdicts = await Array.fromAsync(checkLinks([MILL, SHEET, LOAF], NEVER));
    expect(asked).toEqual([SHEET, LOAF, MILL]);
    expect(new Map(verdicts.map(({ url, state }) => [url, state]))).toEqual(
      new Map([
        [SHEET, "broken"],
        [LOAF, "ok"],
        [MILL, "ok"],
      ]),
    );
  });

  it("asks again for what may have passed since", async () => {
    const passing = [
      faultyAnswer("links/server-error", "It fails (500)."),
      faultyAnswer("links/unknown", "It asks us to wait."),
    ];
    for (const answer of passing) {
      const { prefetchLinks, checkLinks, asked } = makeChecker({ [SHEET]: [answer] });
      await prefetchLinks([SHEET], NEVER);
      expect(await Array.fromAsync(checkLinks([SHEET], NEVER))).toEqual([verdictOf(SHEET, workingAnswer({}))]);
      expect(asked).toEqual([SHEET, SHEET]);
    }
  });

  it("tells only of what the check asks for", async () => {
    const { prefetchLinks, checkLinks } = makeChecker({});
    await prefetchLinks([SHEET, LOAF], NEVER);
    expect((await Array.fromAsync(checkLinks([LOAF], NEVER))).map(({ url }) => url)).toEqual([LOAF]);
  });
});
