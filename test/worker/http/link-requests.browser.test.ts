import { describe, expect, it } from "vitest";
import type { Handle } from "#test/support/servers/hostile-server.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";
import { NEVER, open } from "./hostile-world.ts";

/** 404 or 500 the first `count` times, then well. */
function failsAtFirst(count: number, status: number): Handle {
  let asked = 0;
  return (_, response) => {
    asked += 1;
    response.writeHead(asked <= count ? status : 200, { "retry-after": "0" }).end();
  };
}

describe("what a link check asks of servers", () => {
  it("asks once for what works: by HEAD for files, and for pages by GET, to see that it is no error page", async () => {
    await using world = await open();
    world.server.on("/loaf.png", (_, response) => response.end());
    const targets = ["/loaf.png", "/good", "/loaf.png"].map((path) => world.server.url + path);
    await Array.fromAsync(createLinkChecker(world.client)(targets, NEVER));
    expect(world.server.requests).toEqual(["HEAD /loaf.png", "GET /good"]);
  });

  it("asks once, by GET, for all places on one page", async () => {
    await using world = await open();
    const targets = ["/good", "/good#here", "/good#elsewhere", "/good#top"].map((path) => world.server.url + path);
    const verdicts = await Array.fromAsync(createLinkChecker(world.client)(targets, NEVER));
    expect(world.server.requests).toEqual(["GET /good"]);
    expect(verdicts.map(({ url, state }) => [new URL(url).hash, state])).toEqual([
      ["", "ok"],
      ["#here", "ok"],
      ["#elsewhere", "broken"],
      ["#top", "ok"],
    ]);
  });

  it("confirms a failure by GET", async () => {
    await using world = await open();
    await Array.fromAsync(createLinkChecker(world.client, { pauseMs: 1 })([`${world.server.url}/no.png`], NEVER));
    expect(world.server.requests).toEqual(["HEAD /no.png", "GET /no.png"]);
  });

  it("confirms a failure that GET alone met by a second GET", async () => {
    await using world = await open();
    world.server.on("/odd.png", (request, response) => response.writeHead(request.method === "HEAD" ? 405 : 404).end());
    await Array.fromAsync(createLinkChecker(world.client, { pauseMs: 1 })([`${world.server.url}/odd.png`], NEVER));
    expect(world.server.requests).toEqual(["HEAD /odd.png", "GET /odd.png", "GET /odd.png"]);
  });

  it("asks for the beginning alone of a file about which HEAD says nothing, which may be empty", async () => {
    await using world = await open();
    const ranges: unknown[] = [];
    const answers = (status: number): Handle => {
      return (request, response) => {
        if (request.method === "GET") ranges.push(request.headers.range);
        response.writeHead(request.method === "HEAD" ? 405 : status).end();
      };
    };
    world.server.on("/film.mp4", answers(206));
    world.server.on("/empty.mp4", answers(416));
    const targets = ["/film.mp4", "/empty.mp4"].map((path) => world.server.url + path);
    const verdicts = await Array.fromAsync(createLinkChecker(world.client, { pauseMs: 1 })(targets, NEVER));
    expect(verdicts.map(({ state }) => state)).toEqual(["ok", "ok"]);
    expect(ranges).toEqual(["bytes=0-1023", "bytes=0-1023"]);
  });

  it.each([
    [1, 500],
    [1, 404],
    [1, 429],
  ])("believes the second try when the first %i failed with %i", async (count, status) => {
    await using world = await open();
    world.server.on("/flaky", failsAtFirst(count, status));
    const check = createLinkChecker(world.client, { pauseMs: 1 });
    expect(await Array.fromAsync(check([`${world.server.url}/flaky`], NEVER))).toMatchObject([{ state: "ok" }]);
  });

  it.each([
    [404, 40],
    [500, 200],
  ])("waits before it confirms a failure with %i", async (status, ms) => {
    await using world = await open();
    world.server.on("/fails", (_, response) => response.writeHead(status, { "retry-after": "0" }).end());
    const startedAt = performance.now();
    await Array.fromAsync(createLinkChecker(world.client, { pauseMs: 200 })([`${world.server.url}/fails`], NEVER));
    expect(performance.now() - startedAt).toBeGreaterThan(ms - 5);
  });

  it.each<[string, string, number, string[]]>([
    ["once more, without waiting, by GET for a page", "/nothing", 404, ["GET /nothing"]],
    ["and by GET for what looks like a file", "/no.pdf", 410, ["GET /no.pdf"]],
    ["and a second time where the server now stumbles instead", "/flaky", 500, ["GET /flaky", "GET /flaky"]],
  ])("asks for what this crawl's visit found missing %s", async (_, path, status, requests) => {
    await using world = await open();
    world.server.on(path, (_, response) => response.writeHead(status, { "retry-after": "0" }).end());
    const address = world.server.url + path;
    const pauseMs = requests.length > 1 ? 1 : 60_000;
    const check = createLinkChecker(world.client, { pauseMs })([`${address}#place`, address], NEVER, (url) => url === address);
    expect(await Array.fromAsync(check)).toMatchObject([{ state: "broken" }, { state: "broken" }]);
    expect(world.server.requests).toEqual(requests);
  });

  it("believes that a page is back which this crawl's visit found missing", async () => {
    await using world = await open();
    const check = createLinkChecker(world.client)([`${world.server.url}/good`], NEVER, () => true);
    expect(await Array.fromAsync(check)).toMatchObject([{ state: "ok" }]);
  });

  it("asks a host no more often at a time than its limit, and others meanwhile", async () => {
    await using slow = await open({ perHost: 2 });
    await using quick = await open();
    let [now, most] = [0, 0];
    slow.server.on("/slow", (_, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.end();
      }, 100);
    });
    await using both = await open({ perHost: 2, allow: [new URL(slow.server.url).host, new URL(quick.server.url).host] });
    const many = Array.from({ length: 12 }, (_, at) => `${slow.server.url}/slow?${at}`);
    const order: string[] = [];
    for await (const { url } of createLinkChecker(both.client, { concurrency: 5 })(
      [...many, `${quick.server.url}/good`],
      NEVER,
    ))
      order.push(url);
    expect(most).toBe(2);
    expect(order).toHaveLength(13);
    expect(order.indexOf(`${quick.server.url}/good`)).toBeLessThan(4);
  });

  it("leaves the other links of a host that does not answer unknown", async () => {
    await using world = await open();
    const targets = Array.from({ length: 40 }, (_, at) => `${world.server.url}/silent?${at}`);
    const verdicts = await Array.fromAsync(createLinkChecker(world.client, { pauseMs: 1 })(targets, NEVER));
    const count = (state: string) => verdicts.filter((verdict) => verdict.state === state).length;
    expect(verdicts).toHaveLength(40);
    expect(count("broken")).toBeGreaterThanOrEqual(3);
    expect(count("broken")).toBeLessThan(8);
    expect(count("unknown")).toBe(40 - count("broken"));
  });

  it("gives each of ten thousand targets its verdict, of which most ask nobody", async () => {
    await using world = await open();
    const places = Array.from({ length: 10_000 }, (_, at) => `${world.server.url}/good#${at === 7 ? "here" : `place-${at}`}`);
    const nowhere = Array.from({ length: 10_000 }, (_, at) => `http://nowhere.invalid/${at}`);
    const startedAt = performance.now();
    const verdicts = await Array.fromAsync(createLinkChecker(world.client, { pauseMs: 1 })([...places, ...nowhere], NEVER));
    const counts = Object.groupBy(verdicts, ({ rule }) => rule ?? "ok");
    expect(Object.entries(counts).map(([rule, found]) => [rule, found?.length])).toEqual(
      expect.arrayContaining([
        ["links/fragment", 9_999],
        ["ok", 1],
        ["links/domain-not-found", 10_000],
      ]),
    );
    expect(world.server.requests).toEqual(["GET /good"]);
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  }, 30_000);

  it("leaves out what is no web address", async () => {
    await using world = await open();
    const targets = ["mailto:a@b.example", "javascript:alert(1)", "file:///etc/passwd", "http://[bad", "", "/relative"];
    expect(await Array.fromAsync(createLinkChecker(world.client)(targets, NEVER))).toEqual([]);
  });

  it("ends quietly when it is called off, with the verdicts so far", async () => {
    await using world = await open();
    const controller = new AbortController();
    const targets = ["/good", "/silent"].map((path) => world.server.url + path);
    const verdicts = [];
    for await (const verdict of createLinkChecker(world.client)(targets, controller.signal)) {
      verdicts.push(verdict);
      controller.abort(new Error("Cancelled."));
    }
    expect(verdicts).toMatchObject([{ url: targets[0], state: "ok" }]);
    expect(await Array.fromAsync(createLinkChecker(world.client)(targets, AbortSignal.abort()))).toEqual([]);
  });

  it("stops asking when nobody takes the verdicts any more", async () => {
    await using world = await open();
    const targets = Array.from({ length: 200 }, (_, at) => `${world.server.url}/good?${at}`);
    for await (const _ of createLinkChecker(world.client)(targets, NEVER)) break;
    const asked = world.server.requests.length;
    await world.fetch("/good");
    expect(world.server.requests.length).toBeLessThanOrEqual(asked + 8);
  });
});

describe("answers shared between checks", () => {
  it("asks once for several sites, but anew for what must be fresh, what was broken, and when the page is needed", async () => {
    await using world = await open();
    const good = `${world.server.url}/good`;
    const nothing = `${world.server.url}/nothing`;
    const cache = createAnswerCache();
    const ask = async (target: string, isFresh = false) => {
      const before = world.server.requests.length;
      const check = createLinkChecker(world.client, { cache, isFresh: () => isFresh, pauseMs: 1 });
      const [verdict] = await Array.fromAsync(check([target], NEVER));
      return [verdict?.state, world.server.requests.length - before];
    };
    expect(await ask(good)).toEqual(["ok", 1]);
    expect(await ask(good)).toEqual(["ok", 0]);
    expect(await ask(good, true)).toEqual(["ok", 1]);
    expect(await ask(`${good}#here`)).toEqual(["ok", 1]);
    expect(await ask(`${good}#here`)).toEqual(["ok", 0]);
    expect(await ask(`${good}#elsewhere`)).toEqual(["broken", 0]);
    expect(await ask(nothing)).toEqual(["broken", 2]);
    expect(await ask(nothing)).toEqual(["broken", 2]);
  });
});

describe("a page with many links to missing pages", () => {
  it("asks for others while the first wait to be confirmed, some at a time", async () => {
    await using world = await open();
    const paths = Array.from({ length: 40 }, (_, index) => `/gone/${index}`);
    const all = Promise.withResolvers<void>();
    const seen = new Set<string>();
    let [now, most] = [0, 0];
    for (const path of paths)
      world.server.on(path, async (_, response) => {
        now += 1;
        most = Math.max(most, now);
        if (seen.has(path)) await all.promise;
        seen.add(path);
        if (seen.size === paths.length) all.resolve();
        now -= 1;
        response.writeHead(404).end();
      });
    // The first one of a host is checked alone.
    const targets = ["/good", ...paths].map((path) => world.server.url + path);
    const check = createLinkChecker(world.client, { pauseMs: 1_000 });
    const [first, ...verdicts] = await Array.fromAsync(check(targets, NEVER));
    expect(first?.state).toBe("ok");
    expect(verdicts.map(({ rule }) => rule)).toEqual(paths.map(() => "links/not-found"));
    expect(most).toBeLessThanOrEqual(4);
  });
});

describe("a domain that does not exist", () => {
  it("is looked up for one of its addresses, and all of them are broken", async () => {
    await using world = await open();
    let asked = 0;
    const { limiter } = world.client;
    const counting: typeof limiter.run = (url, task, signal) => {
      asked += 1;
      return limiter.run(url, task, signal);
    };
    const client = { ...world.client, limiter: { ...limiter, run: counting } };
    const targets = Array.from({ length: 50 }, (_, page) => `http://nowhere.invalid/${page}`);
    const verdicts = await Array.fromAsync(createLinkChecker(client, { pauseMs: 1 })(targets, NEVER));
    expect(verdicts.map(({ url, rule }) => [url, rule])).toEqual(targets.map((url) => [url, "links/domain-not-found"]));
    expect(asked).toBe(2);
  });

  it("that one address redirects to says nothing about the others of its host", async () => {
    await using world = await open();
    world.server.on("/away", (_, response) => response.writeHead(302, { location: "http://nowhere.invalid/" }).end());
    const targets = ["/away", "/good"].map((path) => world.server.url + path);
    const verdicts = await Array.fromAsync(createLinkChecker(world.client, { pauseMs: 1 })(targets, NEVER));
    expect(Object.fromEntries(verdicts.map(({ url, rule, finalUrl }) => [new URL(url).pathname, [rule, finalUrl]]))).toEqual({
      "/away": ["links/domain-not-found", "http://nowhere.invalid/"],
      "/good": [null, null],
    });
  });
});
