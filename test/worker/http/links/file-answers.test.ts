import { describe, expect, it } from "vitest";
import { createMockClient, type MockAnswer } from "#test/support/mock-client.ts";
import type { Needed } from "#worker/core/checks/links/target-use.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";
import { createPrefetchChecker } from "#worker/http/links/prefetch-checker.ts";

const NEVER = new AbortController().signal;
const SITE = "https://bakery.example";
const FRONT = { status: 200, html: "<!doctype html><title>Bakery</title>" };
const PNG = { status: 200, html: "\x89PNG", type: "image/png" };

type Answers = Record<string, MockAnswer | ((method: string) => MockAnswer)>;

function open(answers: Answers, needs: Record<string, Needed> = {}) {
  const { client, asked } = createMockClient({
    [SITE]: (path, method) => {
      const answer = answers[path] ?? { status: 404 };
      return typeof answer === "function" ? answer(method) : answer;
    },
  });
  const check = createLinkChecker(client, { pauseMs: 1, cache: createAnswerCache() });
  const findUse = (url: string) => {
    const needed = needs[url.replace(SITE, "")];
    return needed ? { needs: needed, page: `${SITE}/` } : null;
  };
  const judge = async (...paths: string[]) => {
    const verdicts = await Array.fromAsync(
      check(
        paths.map((path) => SITE + path),
        NEVER,
        undefined,
        findUse,
      ),
    );
    const found = new Map(verdicts.map(({ url, state, rule, isPage }) => [url, rule ?? (isPage ? "ok, a page" : state)]));
    return paths.map((path) => found.get(SITE + path));
  };
  return { judge, asked: () => asked.map((request) => request.replace(SITE, "")), check, findUse };
}

describe("an answer to HEAD whose type does not fit", () => {
  it.each<[string, Needed | undefined, string]>([
    ["/prices.pdf", undefined, "links/not-found"],
    ["/oven.png", "picture", "links/not-found"],
    ["/photo", "picture", "links/not-found"],
  ])("is not believed for %s, needed as %s", async (path, needed, rule) => {
    const answers = { [path]: (method: string): MockAnswer => (method === "HEAD" ? { status: 200 } : { status: 404 }) };
    const { judge } = open(answers, needed ? { [path]: needed } : {});
    expect(await judge(path)).toEqual([rule]);
  });

  it("costs nothing where it fits, and one request where GET agrees", async () => {
    const { judge, asked } = open(
      { "/a.png": PNG, "/b.pdf": { status: 200, type: "application/pdf" }, "/wiki/Node.js": { status: 200 }, "/c.png": FRONT },
      { "/a.png": "picture", "/c.png": "picture" },
    );
    expect(await judge("/a.png", "/b.pdf", "/wiki/Node.js", "/c.png")).toEqual(["ok", "ok", "ok, a page", "links/wrong-type"]);
    expect(asked().sort()).toEqual([
      "GET /c.png",
      "GET /wiki/Node.js",
      "HEAD /a.png",
      "HEAD /b.pdf",
      "HEAD /c.png",
      "HEAD /wiki/Node.js",
    ]);
  });

  it("finds a page named like a file that only says that there is none", async () => {
    const missing = { status: 200, html: "<title>Page not found</title>" };
    const { judge } = open(new Proxy({}, { get: () => missing }));
    expect(await judge("/files/old.pdf")).toEqual(["links/gone-soft"]);
  });
});

describe("a web page in place of a file", () => {
  it("is broken for those who load it, and not for those who follow a link to it", async () => {
    const { judge } = open(
      { "/a.png": FRONT, "/b.png": FRONT, "/c": FRONT, "/d": FRONT },
      {
        "/a.png": "picture",
        "/c": "script",
        "/d": "document",
      },
    );
    expect(await judge("/a.png", "/b.png", "/c", "/d")).toEqual(["links/wrong-type", "ok, a page", "links/wrong-type", "ok"]);
  });

  it("is left open where it is a bot wall, which visitors do not meet", async () => {
    const wall = { status: 200, html: "<!doctype html><title>Just a moment...</title>" };
    const { judge } = open({ "/a.png": wall }, { "/a.png": "picture" });
    expect(await judge("/a.png")).toEqual(["links/unknown"]);
  });

  it("is judged again where the answer was kept for another use", async () => {
    const { check, findUse } = open({ "/a": FRONT }, { "/a": "picture" });
    const { prefetchLinks, checkLinks } = createPrefetchChecker(check);
    await prefetchLinks([`${SITE}/a`], NEVER);
    const rules = async () => {
      const verdicts = await Array.fromAsync(checkLinks([`${SITE}/a`], NEVER, undefined, findUse));
      return verdicts.map(({ rule }) => rule);
    };
    expect(await rules()).toEqual(["links/wrong-type"]);
    await prefetchLinks([`${SITE}/a`], NEVER, findUse);
    expect(await rules()).toEqual(["links/wrong-type"]);
  });
});
