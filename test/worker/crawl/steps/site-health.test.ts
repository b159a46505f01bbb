import { describe, expect, it } from "vitest";
import type { FetchedPage } from "#worker/core/crawl/fetched-page.ts";
import { NO_VALIDATORS } from "#worker/core/crawl/visit.ts";
import { isSiteDown } from "#worker/crawl/steps/site-health.ts";

const HOME = "https://bakery.example/";
const UP: FetchedPage = { kind: "html", url: HOME, status: 200, html: "", validators: NO_VALIDATORS };
const DOWN: FetchedPage = { kind: "failure", url: HOME, status: null, failure: { code: "refused", message: "It refuses." } };

function open(failuresInARow: number, answer: FetchedPage) {
  const fetched: string[] = [];
  const fetchPage = async (url: string) => {
    fetched.push(url);
    return answer;
  };
  const health = { failuresInARow, isDown: false };
  return { fetched, context: { plan: { startUrl: HOME }, ports: { fetchPage }, health, signal: new AbortController().signal } };
}

describe("isSiteDown", () => {
  it("is not suspected below twenty failures in a row", async () => {
    const { fetched, context } = open(19, DOWN);
    expect([await isSiteDown(context), fetched]).toEqual([false, []]);
  });

  it("is decided by the start page, which starts the count again if it answers", async () => {
    const { fetched, context } = open(20, UP);
    expect([await isSiteDown(context), fetched, context.health.failuresInARow]).toEqual([false, [HOME], 0]);
    expect([await isSiteDown(context), fetched]).toEqual([false, [HOME]]);
  });

  it("stays so, without another request, once the start page has failed", async () => {
    const { fetched, context } = open(1_000_000, DOWN);
    expect([await isSiteDown(context), await isSiteDown(context), fetched]).toEqual([true, true, [HOME]]);
  });
});
