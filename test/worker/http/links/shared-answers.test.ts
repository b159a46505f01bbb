import { describe, expect, it } from "vitest";
import { createMockClient, type MockAnswer } from "#test/support/mock-client.ts";
import type { LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import { isShareable, shareableForMs } from "#worker/core/checks/links/shared-answer.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";
import type { AnswerRecord } from "#worker/http/links/shared-answers.ts";

const NEVER = new AbortController().signal;
const MILL = "https://mill.example";

/** A record that lasts as long as the test. */
function createRecord() {
  const kept = new Map<string, LinkAnswer>();
  const record: AnswerRecord = {
    recall: async (addresses) => new Map(addresses.flatMap((address) => [...kept].filter(([key]) => key === address))),
    keep: async (answers) => {
      for (const { address, answer } of answers) kept.set(address, answer);
    },
  };
  return { kept, record };
}

function millThat(answer: (path: string) => MockAnswer) {
  const { client, asked } = createMockClient({ [MILL]: answer });
  const { kept, record } = createRecord();
  const check = async (targets: string[], own = "") => {
    const before = asked.length;
    const isFresh = (url: string) => new URL(url).host === own;
    const checkLinks = createLinkChecker(client, { record, isFresh, pauseMs: 1 });
    const verdicts = await Array.fromAsync(checkLinks(targets, NEVER));
    return {
      states: verdicts.map(({ url, rule, state }) => `${url.replace(MILL, "")} ${rule ?? state}`).sort(),
      asked: asked.length - before,
    };
  };
  return { check, kept };
}

describe("answers on record for all workers", () => {
  it("spare asking again, for another site too, and for other places on the same page", async () => {
    const { check } = millThat(() => ({ status: 200, html: "<p id=rye>Rye</p>" }));
    expect(await check([`${MILL}/a`, `${MILL}/b#rye`])).toEqual({ states: ["/a ok", "/b#rye ok"], asked: 2 });
    expect(await check([`${MILL}/a`, `${MILL}/b`, `${MILL}/b#oats`])).toEqual({
      states: ["/a ok", "/b ok", "/b#oats links/fragment"],
      asked: 0,
    });
    expect((await check([`${MILL}/a#rye`])).asked).toBe(1);
  });

  it("are neither used nor kept for the site's own addresses", async () => {
    const { check, kept } = millThat(() => ({ status: 200 }));
    expect((await check([`${MILL}/a`], "mill.example")).asked).toBe(1);
    expect(kept.size).toBe(0);
    expect((await check([`${MILL}/a`])).asked).toBe(1);
    expect((await check([`${MILL}/a`], "mill.example")).asked).toBe(1);
  });

  it("leave out what each site must see for itself", async () => {
    const { check, kept } = millThat((path) => ({ status: path === "/gone" ? 404 : path === "/shy" ? 403 : 500 }));
    expect((await check([`${MILL}/gone`, `${MILL}/shy`, `${MILL}/ill`])).states).toEqual([
      "/gone links/not-found",
      "/ill links/server-error",
      "/shy links/unknown",
    ]);
    expect([...kept.keys()].sort()).toEqual([`${MILL}/gone`, `${MILL}/shy`]);
  });
});

describe("what may be shared", () => {
  it("is no address of a private host, and none with a password", () => {
    const addresses = [
      "https://mill.example/a?b",
      "http://printer/",
      "http://192.0.2.1/",
      "http://[2001:db8::1]/",
      "http://nas.local/",
    ];
    expect(addresses.filter(isShareable)).toEqual(["https://mill.example/a?b"]);
    expect(isShareable("https://ann:secret@mill.example/")).toBe(false);
    expect(isShareable("http://app.localhost/")).toBe(false);
  });

  it("counts longer the surer it lasts", () => {
    const forMs = (state: LinkAnswer["state"], rule: string | null) => shareableForMs({ state, rule, status: 200 }) ?? 0;
    expect(forMs("ok", null)).toBeGreaterThan(forMs("unknown", "links/unknown"));
    expect(forMs("unknown", "links/unknown")).toBeGreaterThan(forMs("broken", "links/not-found"));
    for (const rule of ["links/server-error", "links/unreachable", "links/domain-not-found", "links/certificate"])
      expect(shareableForMs({ state: "broken", rule, status: 500 })).toBeNull();
  });

  it("counts for one site alone where nobody answered: the fault may be ours", () => {
    expect(shareableForMs({ state: "unknown", rule: "links/unknown", status: null })).toBeNull();
  });
});
