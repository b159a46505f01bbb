import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { makeLink } from "#test/worker/crawl/fake/visit-samples.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import { createLinkPrefetch } from "#worker/crawl/memo/prefetch-links.ts";

const HOME = "https://bakery.example/";
const at = (path: string) => new URL(path, HOME).href;
const uses = (path: string, element = "img") => ({ ...makeLink(at(path)), element });

type Options = {
  only?: readonly CheckId[];
  ignoredLinks?: string[];
  answer?: (signal: AbortSignal) => Promise<void>;
};

function openPrefetch({ only = ["links"], ignoredLinks = [], answer = async () => undefined }: Options = {}) {
  const batches: string[][] = [];
  const faults: unknown[] = [];
  const hosts: string[] = [];
  const prefetch = createLinkPrefetch({
    plan: { only, ignoredLinks, timeBudgetMs: 60_000 },
    ports: {
      prefetchLinks: async (targets, signal) => {
        batches.push(targets);
        await answer(signal);
      },
      prepareHost: (host) => hosts.push(host),
      onFault: (error) => faults.push(error),
    },
    signal: new AbortController().signal,
    mayRequest: async (target) => !target.includes("/private/"),
    isVisited: (target) => target === at("/bread"),
  });
  return { ...prefetch, batches, faults, hosts };
}

/** Lets what was noted be taken up. */
async function settle() {
  for (let turn = 0; turn < 20; turn++) await nextTurn();
}

describe("createLinkPrefetch", () => {
  it("asks for files, and for what a head names that is no page, each once", async () => {
    const { note, batches } = openPrefetch();
    const links = [uses("/a.css", "link"), uses("/menu.pdf", "a"), uses("/made@bakery", "link"), uses("/a.css", "link")];
    note(HOME, links);
    note(at("/about"), links);
    await settle();
    expect(batches.flat()).toEqual([at("/a.css"), at("/menu.pdf"), at("/made@bakery")]);
  });

  it("has the names of other hosts looked up meanwhile, each once, but those of ignored links", () => {
    const { note, hosts } = openPrefetch({ ignoredLinks: ["shy.example"] });
    const urls = [
      "https://mill.example/a",
      "https://mill.example/b",
      "http://ann:x@farm.example:8080/",
      "https://shy.example/",
    ];
    note(HOME, [...urls, "mailto:ann@else.example", "http://[::1]/"].map(makeLink));
    expect(hosts).toEqual(["mill.example", "farm.example"]);
    const other = openPrefetch({ only: ["spelling"] });
    other.note(HOME, urls.map(makeLink));
    expect(other.hosts).toEqual([]);
  });

  it("leaves the rest to the check of links: pages, other hosts, anchors, ignored targets and those it may not request", async () => {
    const { note, batches } = openPrefetch({ ignoredLinks: ["*.svg"] });
    note(HOME, [
      uses("/rolls", "a"),
      uses("/bread", "link"),
      uses("https://mill.example/flour.png"),
      uses("http://bakery.example/old.png"),
      uses("/signs.png#loaf"),
      uses("/logo.svg"),
      uses("/private/till.png"),
      uses("/send.png", "form-post"),
    ]);
    await settle();
    expect(batches).toEqual([]);
  });

  it("asks nothing where links are not checked", async () => {
    const { note, batches } = openPrefetch({ only: ["spelling"] });
    note(HOME, [uses("/a.png")]);
    await settle();
    expect(batches).toEqual([]);
  });

  it("asks for a bounded number, so many at a time", async () => {
    const { note, finish, batches } = openPrefetch();
    note(
      HOME,
      Array.from({ length: 2_000 }, (_, index) => uses(`/${index}.png`)),
    );
    await settle();
    await finish();
    expect(batches.map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => 50));
  });

  it("finishes what is under way and takes up no more", async () => {
    const answered = Promise.withResolvers<void>();
    const { note, finish, batches } = openPrefetch({ answer: () => answered.promise });
    note(HOME, [uses("/a.png")]);
    await settle();
    note(HOME, [uses("/b.png")]);
    const finished = finish();
    answered.resolve();
    await finished;
    note(HOME, [uses("/c.png")]);
    await settle();
    expect(batches).toEqual([[at("/a.png")]]);
  });

  it("breaks off when it is stopped", async () => {
    const { note, stop } = openPrefetch({
      answer: (signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true })),
    });
    note(HOME, [uses("/a.png")]);
    await settle();
    await expect(stop()).resolves.toBeUndefined();
  });

  it("tells of a fault of ours once, and leaves all to the check of links", async () => {
    const fault = new Error("Out of sockets.");
    const { note, finish, batches, faults } = openPrefetch({ answer: () => Promise.reject(fault) });
    note(HOME, [uses("/a.png")]);
    await settle();
    note(HOME, [uses("/b.png")]);
    await finish();
    expect(faults).toEqual([fault]);
    expect(batches).toEqual([[at("/a.png")]]);
  });
});
