import { describe, expect, it } from "vitest";
import { fragmentOf, hasAnchor } from "#worker/core/checks/links/fragment.ts";
import { faultyAnswer, verdictOf, workingAnswer } from "#worker/core/checks/links/link-answer.ts";

const PAGE = "https://site.example/page";

describe("fragmentOf", () => {
  it.each([
    ["#history", "history"],
    ["#caf%C3%A9", "caf%C3%A9"],
    ["#café", "caf%C3%A9"],
    ["#history:~:text=flour", "history"],
    ["#topmost", "topmost"],
    ["#a/b", "a/b"],
  ])("returns the anchor in %s", (hash, fragment) => {
    expect(fragmentOf(PAGE + hash)).toBe(fragment);
  });

  it.each(["", "#", "#top", "#Top", "#:~:text=flour", "#/orders/5", "#!orders", "#top:~:text=x"])(
    "returns null for “%s”",
    (hash) => {
      expect(fragmentOf(PAGE + hash)).toBeNull();
    },
  );
});

describe("hasAnchor", () => {
  it("reads a long list of anchors once, not once for each link", () => {
    const anchors = Array.from({ length: 300_000 }, (_, index) => `a${index}`);
    const startedAt = performance.now();
    const found = Array.from({ length: 20_000 }, (_, index) => hasAnchor(anchors, `b${index}`)).filter(Boolean);
    expect(found).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it.each([
    [["history"], "history"],
    [["café"], "caf%C3%A9"],
    [["caf%C3%A9"], "caf%C3%A9"],
    [["50%"], "50%"],
    [["user-content-install"], "install"],
    [["a b"], "a%20b"],
    [["50% käse"], "50% k%C3%A4se"],
    [["k\uFFFDse"], "k%E4se"],
    [["100%"], "100%25"],
    [["\uFEFFa"], "%EF%BB%BFa"],
    [["%zz"], "%zz"],
  ])("finds in %j the anchor %s", (anchors, fragment) => {
    expect(hasAnchor(anchors, fragment)).toBe(true);
  });

  it.each([
    [[], "history"],
    [["History"], "history"],
    [["install"], "user-content-install"],
    [["history-2"], "history"],
  ])("does not find in %j the anchor %s", (anchors, fragment) => {
    expect(hasAnchor(anchors, fragment)).toBe(false);
  });
});

describe("verdictOf", () => {
  it.each([
    ["/old#one", "/new#two", "ok"],
    ["/old#one", "/new", "broken"],
    ["/old#two", "/new", "ok"],
    ["/old#two", "/new#gone", "broken"],
    ["/old", "/new#gone", "ok"],
    ["/old#one", "/new#top", "ok"],
    ["/old#%E4%zz", "/new#two", "ok"],
  ])("judges %s by the anchor where its redirect to %s arrives: %s", (target, final, state) => {
    const finalUrl = `https://site.example${final}`;
    expect(verdictOf(`https://site.example${target}`, workingAnswer({ finalUrl }, ["two"])).state).toBe(state);
  });

  it("reports only a missing anchor as broken", () => {
    const answer = workingAnswer({}, ["history"]);
    expect(verdictOf(PAGE, answer)).toEqual({ url: PAGE, state: "ok", rule: null, status: 200, reason: "", finalUrl: null });
    expect(verdictOf(`${PAGE}#history`, answer)).toMatchObject({ state: "ok" });
    expect(verdictOf(`${PAGE}#caf%C3%A9`, answer)).toEqual({
      url: `${PAGE}#caf%C3%A9`,
      state: "broken",
      rule: "links/fragment",
      status: 200,
      reason: "The page has no anchor “#café”, so the link opens at the top of the page.",
      finalUrl: null,
    });
  });

  it("accepts any anchor if the page's anchors are unknown", () => {
    expect(verdictOf(`${PAGE}#history`, workingAnswer({}))).toMatchObject({ state: "ok" });
  });

  it("reports a broken page rather than its missing anchor", () => {
    const answer = { ...faultyAnswer("links/not-found", "The page does not exist (404).", { status: 404 }), anchors: [] };
    expect(verdictOf(`${PAGE}#history`, answer)).toMatchObject({ rule: "links/not-found", status: 404 });
  });

  it("keeps the fragment over a redirect, unless the redirect has its own", () => {
    const away = (finalUrl: string) => workingAnswer({ finalUrl });
    expect(verdictOf(`${PAGE}#a`, away("https://site.example/new")).finalUrl).toBe("https://site.example/new#a");
    expect(verdictOf(`${PAGE}#a`, away("https://site.example/new#b")).finalUrl).toBe("https://site.example/new#b");
  });
});
