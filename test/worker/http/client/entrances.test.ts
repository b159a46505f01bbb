import { MockAgent } from "undici";
import { describe, expect, it } from "vitest";
import { createEntrances } from "#worker/http/client/entrances.ts";
import { followRedirects } from "#worker/http/client/follow-redirects.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";

const SITE = "https://mill.example";
type Answer = { status?: number; location?: string; cookie?: string; refresh?: string };

/** A client for one site, and what it asked for. */
function open(answer: (path: string, cookie: string) => Answer) {
  const agent = new MockAgent();
  agent.disableNetConnect();
  const asked: string[] = [];
  const reply = ({ path, headers }: { path: string; headers?: unknown }) => {
    asked.push(path);
    const { status = 200, location, cookie, refresh } = answer(path, JSON.stringify(headers));
    const sent = {
      "content-type": "text/html",
      ...(location ? { location } : {}),
      ...(cookie ? { "set-cookie": cookie } : {}),
      ...(refresh ? { refresh } : {}),
    };
    return { statusCode: status, data: "", responseOptions: { headers: sent } };
  };
  agent
    .get(SITE)
    .intercept({ path: () => true, method: "GET" })
    .reply(reply)
    .persist();
  const client = { ...createHttpClient({ userAgent: "TestBot/1.0", allowedPrivateHosts: [] }), agent };
  const arriveFrom = async (path: string) => {
    const options = { headers: {}, signal: new AbortController().signal };
    const followed = await followRedirects(client, SITE + path, options, async ({ url, response }) => {
      await response.body.dump();
      return url.replace(SITE, "");
    });
    return followed.kind === "answered" ? followed.value : followed.failure.code;
  };
  return { arriveFrom, asked };
}

/** Shows its pages only to visitors with the cookie of its front page. */
const guarded = (path: string, cookie: string): Answer => {
  if (path === "/") return { cookie: "visit=1; Path=/" };
  return cookie.includes("visit=1") ? {} : { status: 302, location: "/" };
};

describe("a site that leads visitors without its cookie to an entrance", () => {
  it("is entered with the cookie from there, which later requests send at once", async () => {
    const { arriveFrom, asked } = open(guarded);
    expect([await arriveFrom("/bread"), await arriveFrom("/cake")]).toEqual(["/bread", "/cake"]);
    expect(asked).toEqual(["/bread", "/", "/bread", "/cake"]);
  });

  it.each(["/consent?to=/bread", "/age-check", "/en/", "/cookies.html"])("is entered through %s", async (gate) => {
    const { arriveFrom } = open((path, cookie) => {
      if (path === gate) return { cookie: "in=1" };
      return cookie.includes("in=1") ? {} : { status: 303, location: gate };
    });
    expect(await arriveFrom("/bread")).toBe("/bread");
  });

  it("is believed where the cookie changes nothing, after a few tries for all pages", async () => {
    const { arriveFrom, asked } = open((path) => (path === "/" ? { cookie: "a=1" } : { status: 302, location: "/" }));
    for (let page = 0; page < 7; page += 1) expect(await arriveFrom(`/gone-${page}`)).toBe("/");
    expect(asked).toHaveLength(5 * 4 + 2 * 2);
  });

  it.each<[string, (path: string) => Answer]>([
    ["a page that moved for good", (path) => (path === "/" ? { cookie: "a=1" } : { status: 301, location: "/" })],
    ["an entrance without a cookie", (path) => (path === "/" ? {} : { status: 302, location: "/" })],
    ["a page of another name", (path) => (path === "/new" ? { cookie: "a=1" } : { status: 302, location: "/new" })],
  ])("is asked once for %s", async (_, answer) => {
    const { arriveFrom, asked } = open(answer);
    await arriveFrom("/bread");
    expect(asked).toHaveLength(2);
  });

  it("shows its page after one that sets the cookie and loads itself again", async () => {
    const { arriveFrom, asked } = open((_, cookie) => (cookie.includes("ok=1") ? {} : { cookie: "ok=1", refresh: "0" }));
    expect(await arriveFrom("/bread")).toBe("/bread");
    expect(asked).toEqual(["/bread", "/bread"]);
  });
});

describe("createEntrances", () => {
  it("leaves other hosts and front pages alone", () => {
    const { mayEnter } = createEntrances();
    expect(mayEnter(`${SITE}/bread`, "https://other.example/")).toBe(false);
    expect(mayEnter(`${SITE}/`, `${SITE}/en/`)).toBe(false);
    expect(mayEnter(`${SITE}/bread`, `${SITE}/`)).toBe(true);
  });
});
