import { describe, expect, it } from "vitest";
import { type BrowserView, judgeBrowserView, judgeRefusedView } from "#worker/core/checks/links/judge/judge-browser-view.ts";
import { faultyAnswer, verdictOf, workingAnswer } from "#worker/core/checks/links/link-answer.ts";
import type { LinkRuleId } from "#worker/core/checks/links/link-rules.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { withSecondLook } from "#worker/crawl/steps/second-look.ts";

const NEVER = new AbortController().signal;
const MILL = "https://mill.example/flour";
const shy = (url: string, status: number | null = 403) =>
  verdictOf(url, faultyAnswer("links/unknown", "It is shy.", { status }));
const failed = (rule: LinkRuleId, url = MILL) => verdictOf(url, faultyAnswer(rule, "It fails."));
const view = (fields: Partial<BrowserView> = {}): BrowserView => ({
  status: 200,
  finalUrl: MILL,
  html: "<title>Flour</title><h1 id=rye>Rye</h1>",
  ...fields,
});

async function lookAt(
  verdicts: LinkVerdict[],
  show: (url: string) => BrowserView | null,
  limits?: Parameters<typeof withSecondLook>[3],
) {
  const opened: string[] = [];
  const open = async (url: string) => {
    opened.push(url);
    return show(url);
  };
  async function* source() {
    yield* verdicts;
  }
  const seen = await Array.fromAsync(withSecondLook(source(), open, NEVER, limits));
  return { seen, opened };
}

describe("judgeBrowserView", () => {
  it("tells what a browser is shown that a program is not", () => {
    expect(judgeBrowserView(MILL, view())).toEqual(verdictOf(MILL, workingAnswer({})));
    expect(judgeBrowserView(`${MILL}#rye`, view())).toMatchObject({ state: "ok" });
    expect(judgeBrowserView(`${MILL}#oats`, view())).toMatchObject({ rule: "links/fragment" });
    expect(judgeBrowserView(MILL, view({ finalUrl: `${MILL}/new` }))).toMatchObject({ state: "ok", finalUrl: `${MILL}/new` });
    expect(judgeBrowserView(MILL, view({ status: 404 }))).toMatchObject({
      state: "broken",
      rule: "links/not-found",
      status: 404,
    });
  });

  it.each([
    [{ status: 403 }],
    [{ status: 999 }],
    [{ status: null }],
    [{ html: "<title>Just a moment...</title>" }],
    [{ html: "<title>Shop</title><h1>Please verify you are a human</h1>" }],
    [{ html: "<title>Access Denied</title>" }],
    [{ html: "" }],
  ])("cannot tell from %j", (fields) => {
    expect(judgeBrowserView(MILL, view(fields))).toBeNull();
  });
});

describe("judgeRefusedView", () => {
  it("still calls broken what answers a browser with an error, and no wall", () => {
    const target = failed("links/server-error");
    expect(judgeRefusedView(target, view({ status: 500 }))).toEqual(target);
    expect(judgeRefusedView(target, view({ status: null }))).toEqual(target);
    const wall = view({ status: 503, html: "<title>Just a moment...</title>" });
    expect(judgeRefusedView(target, wall)).toMatchObject({ state: "unknown", rule: "links/unknown", status: 503 });
  });

  it("leaves the verdict where neither could tell", () => {
    expect(judgeRefusedView(shy(MILL), view({ status: 403 }))).toEqual(shy(MILL));
  });
});

describe("withSecondLook", () => {
  it("opens the targets that refuse programs, after all others", async () => {
    const fine = verdictOf("https://farm.example/", workingAnswer({}));
    const { seen, opened } = await lookAt([shy(MILL), fine], () => view());
    expect(seen.map(({ url, state }) => [url, state])).toEqual([
      [fine.url, "ok"],
      [MILL, "ok"],
    ]);
    expect(opened).toEqual([MILL]);
  });

  it("opens pages whose anchors a script may create", async () => {
    const { seen, opened } = await lookAt([shy(`${MILL}#rye`, 200), shy(`${MILL}#oats`, 200)], () => view());
    expect(opened).toHaveLength(2);
    expect(seen.map(({ rule, state }) => rule ?? state)).toEqual(["ok", "links/fragment"]);
  });

  it.each([401, 402, 451, null])("does not open what answered %s", async (status) => {
    expect((await lookAt([shy(MILL, status)], () => view())).opened).toEqual([]);
  });

  it("leaves unknown what refuses the browser, too, and opens its host no more", async () => {
    const verdicts = ["a", "b", "c", "d"].map((path) => shy(`https://mill.example/${path}`));
    const limits = { most: 10, mostBroken: 1, ofOneHost: 4, atATime: 1 };
    const { seen, opened } = await lookAt(verdicts, () => null, limits);
    expect(new Set(seen)).toEqual(new Set(verdicts));
    expect(opened).toEqual(["https://mill.example/a"]);
  });

  it("opens no more than its limits, and loses no verdict", async () => {
    const verdicts = Array.from({ length: 50 }, (_, at) => shy(`https://host${at % 10}.example/${at}`));
    const { seen, opened } = await lookAt(verdicts, (url) => view({ finalUrl: url }), {
      most: 12,
      mostBroken: 1,
      ofOneHost: 2,
      atATime: 4,
    });
    expect(seen).toHaveLength(50);
    expect(opened).toHaveLength(12);
  });

  it.each(["links/unreachable", "links/server-error", "links/redirect-loop"] as const)(
    "opens what seems broken in a way that may be meant for programs (%s), and believes what the browser is shown",
    async (rule) => {
      const target = failed(rule);
      expect((await lookAt([target], () => view())).seen).toEqual([verdictOf(MILL, workingAnswer({}))]);
      expect((await lookAt([target], () => null)).seen).toEqual([target]);
      expect((await lookAt([target], () => view({ status: 403 }))).seen).toMatchObject([{ state: "unknown", status: 403 }]);
    },
  );

  it.each(["links/not-found", "links/domain-not-found", "links/certificate"] as const)("does not open %s", async (rule) => {
    expect((await lookAt([failed(rule)], () => view())).opened).toEqual([]);
  });

  it("opens what seems broken last, and little of it", async () => {
    const broken = ["a", "b", "c"].map((name) => failed("links/unreachable", `https://${name}.example/`));
    const limits = { most: 10, mostBroken: 2, ofOneHost: 3, atATime: 1 };
    const { seen, opened } = await lookAt([...broken, shy(MILL)], () => null, limits);
    expect(opened).toEqual([MILL, "https://a.example/", "https://b.example/"]);
    expect(seen).toHaveLength(4);
  });

  it("opens nothing any more once it is called off", async () => {
    async function* source() {
      yield shy(MILL);
    }
    const open = async () => view();
    const seen = await Array.fromAsync(withSecondLook(source(), open, AbortSignal.abort()));
    expect(seen).toEqual([shy(MILL)]);
  });
});
