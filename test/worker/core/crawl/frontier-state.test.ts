import { describe, expect, it } from "vitest";
import type { AddressSource, FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import {
  acceptAny,
  acceptAtOnce,
  acceptSure,
  admit,
  countFound,
  countQueued,
  enqueue,
  type FrontierState,
  giveBack,
  hasNext,
  hasSeen,
  newFrontier,
  openFrontier,
  promised,
  type Refuse,
  resumeState,
  takeQueued,
  upcoming,
} from "#worker/core/crawl/frontier-state.ts";

const ALLOW: Refuse = () => null;
const range = (count: number) => Array.from({ length: count }, (_, at) => at);
const url = (path: string) => `https://bakery.example${path}`;
const entry = (path: string, source: AddressSource = "link", depth = 1): FrontierEntry => ({ url: url(path), depth, source });
const entries = (count: number, source: AddressSource = "link") => range(count).map((at) => entry(`/${at}`, source));
const paths = (taken: readonly FrontierEntry[]) => taken.map((each) => new URL(each.url).pathname);

function opened(pageLimit: number, ...admitted: FrontierEntry[]): FrontierState {
  const state = newFrontier(pageLimit);
  openFrontier(state, [], { refuse: ALLOW, refuseNow: ALLOW });
  admit(state, admitted, ALLOW);
  return state;
}

/** Takes the next address as a Crawl does that has nothing else under way. */
function take(state: FrontierState, refuseNow = ALLOW): FrontierEntry | null {
  if (countQueued(state) === 0) enqueue(state, acceptSure(state, refuseNow));
  if (countQueued(state) === 0) enqueue(state, acceptAny(state, { isIdle: true }, refuseNow));
  return takeQueued(state);
}

function takeAll(state: FrontierState, refuseNow = ALLOW): FrontierEntry[] {
  const taken: FrontierEntry[] = [];
  for (let next = take(state, refuseNow); next; next = take(state, refuseNow)) taken.push(next);
  return taken;
}

describe("admit", () => {
  it("takes each address once, also where pages link to each other in a circle", () => {
    const state = opened(100, entry("/a"));
    const visited: string[] = [];
    for (let next = take(state); next; next = take(state)) {
      visited.push(new URL(next.url).pathname);
      admit(state, [entry("/b"), entry("/a"), entry("/c"), { ...next, depth: next.depth + 1 }], ALLOW);
    }
    expect(visited).toEqual(["/a", "/b", "/c"]);
    expect([state.seen.size, state.places.accepted, hasNext(state)]).toEqual([3, 3, false]);
  });

  it("moves an address up when a better source names it, and never down", () => {
    const state = opened(100, entry("/s", "sitemap"), entry("/t", "sitemap"));
    admit(state, [entry("/t", "link", 4), entry("/t", "sitemap", 1)], ALLOW);
    expect(state.pending.entries.get(url("/t"))).toEqual(entry("/t", "link", 4));
    expect(hasSeen(state, url("/s"))).toBe(false);
    expect(hasSeen(state, url("/t"))).toBe(true);
    expect(paths(takeAll(state))).toEqual(["/t", "/s"]);
    admit(state, [entry("/s", "start", 0)], ALLOW);
    expect(takeAll(state)).toEqual([]);
  });

  it("keeps the first entry of an address that many pages link to, so that it does not grow", () => {
    const state = opened(100, entry("/a", "link", 3));
    for (const depth of range(1_000)) admit(state, [entry("/a", "link", depth)], ALLOW);
    expect(state.pending.entries.get(url("/a"))).toEqual(entry("/a", "link", 3));
    expect(takeAll(state)).toEqual([entry("/a", "link", 3)]);
  });

  it("counts what is refused by its reason, with the first as an example, and asks once", () => {
    const asked: string[] = [];
    const state = opened(100);
    const refuse: Refuse = (each) => {
      asked.push(each.url);
      return each.depth > 2 ? "depth" : "acts";
    };
    admit(state, [entry("/a"), entry("/b"), entry("/deep", "link", 9), entry("/a")], refuse);
    expect(Object.fromEntries(state.refusals)).toEqual({
      acts: { count: 2, example: url("/a") },
      depth: { count: 1, example: url("/deep") },
    });
    expect(asked).toEqual([url("/a"), url("/b"), url("/deep")]);
    expect(hasNext(state)).toBe(false);
  });

  it("stops to keep addresses of a site that has far more than the limit, and counts the rest", () => {
    const state = opened(10);
    admit(state, entries(150_000), ALLOW);
    expect(state.pending.entries.size).toBe(100_001);
    expect(state.seen.size).toBe(100_001);
    expect(state.refusals.get("too-many-addresses")).toEqual({ count: 49_999, example: url("/100001") });
    expect(takeAll(state)).toHaveLength(10);
  });

  it("stops to keep addresses of a site where each one is refused", () => {
    const state = opened(10);
    admit(state, entries(100_500), () => "trap-list");
    expect([state.seen.size, state.pending.entries.size]).toEqual([100_001, 0]);
    expect(state.refusals.get("too-many-addresses")?.count).toBe(499);
  });
});

describe("places under the page limit", () => {
  it.each([0, 1, 7])("go to no more than %d addresses", (pageLimit) => {
    const state = opened(pageLimit, ...entries(50));
    expect(promised(state)).toBe(pageLimit);
    expect(takeAll(state)).toHaveLength(pageLimit);
    expect([state.pending.entries.size, promised(state), hasNext(state)]).toEqual([50 - pageLimit, 0, false]);
  });

  it("go on to another address when one is given back, but not for ever", () => {
    const state = opened(10, ...entries(1_000));
    let taken = 0;
    while (take(state)) {
      taken += 1;
      giveBack(state);
    }
    expect(taken).toBe(10 + 5 * 10);
  });

  it("are all taken where an earlier run accepted more than the limit is now", () => {
    const state = newFrontier(5);
    resumeState(state, entries(20).slice(0, 10), entries(20).slice(10));
    openFrontier(state, [entry("/new", "known")], { refuse: ALLOW, refuseNow: ALLOW });
    expect([promised(state), countFound(state)]).toEqual([0, 20]);
    expect(paths(takeAll(state))).toEqual(range(10).map((at) => `/${at + 10}`));
  });

  it("are not for members of a trap that was found while they waited", () => {
    const state = opened(3, ...entries(10));
    const refuseNow: Refuse = ({ url: address }) => (Number(new URL(address).pathname.slice(1)) < 8 ? "trap-list" : null);
    expect(paths(takeAll(state, refuseNow))).toEqual(["/8", "/9"]);
    expect(state.refusals.get("trap-list")).toEqual({ count: 8, example: url("/0") });
  });

  it("are found in a number that never falls", () => {
    const state = opened(100, ...entries(60));
    const found = [countFound(state)];
    const refuseNow: Refuse = ({ url: address }) => (address.endsWith("7") ? "trap-list" : null);
    for (let next = take(state, refuseNow); next; next = take(state, refuseNow)) {
      if (next.url.endsWith("3")) giveBack(state);
      found.push(countFound(state));
    }
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found[0]).toBe(60);
  });
});

describe("the order of visits", () => {
  it("is the start page alone at first, then pages of earlier Crawls, then links, then sitemaps", () => {
    const state = newFrontier(100);
    admit(state, [entry("/s", "sitemap"), entry("/", "start", 0), entry("/l")], ALLOW);
    const start = acceptSure(state, ALLOW);
    expect(paths(start)).toEqual(["/"]);
    enqueue(state, start);
    enqueue(state, openFrontier(state, [entry("/k1", "known"), entry("/k2", "known")], { refuse: ALLOW, refuseNow: ALLOW }));
    expect(upcoming(state, 10)).toEqual([url("/"), url("/k1"), url("/k2")]);
    expect(paths(takeAll(state))).toEqual(["/", "/k1", "/k2", "/l", "/s"]);
  });

  it("keeps addresses of sitemaps waiting while a visit may find links, unless there is ample room", () => {
    const tight = opened(10, ...entries(6, "sitemap"));
    expect(acceptSure(tight, ALLOW)).toEqual([]);
    expect(acceptAny(tight, { isIdle: false }, ALLOW)).toEqual([]);
    expect(acceptAny(tight, { isIdle: true }, ALLOW)).toHaveLength(6);
    expect(acceptAny(opened(12, ...entries(6, "sitemap")), { isIdle: false }, ALLOW)).toHaveLength(6);
  });

  it("accepts at most a hundred at a time, so that nearer ones found meanwhile come first", () => {
    expect(acceptSure(opened(1_000, ...entries(500)), ALLOW)).toHaveLength(100);
  });
});

describe("acceptAtOnce", () => {
  it("gives a place to the address that a page redirects to, if it is new and there is one", () => {
    const target = entry("/target");
    const state = opened(2, target, ...entries(3));
    expect(acceptAtOnce(state, target)).toEqual([target]);
    expect(acceptAtOnce(state, target)).toEqual([]);
    expect(acceptAtOnce(state, entry("/0"))).toEqual([]);
    expect([state.places.accepted, state.pending.entries.has(target.url)]).toEqual([1, false]);
    enqueue(state, acceptSure(state, ALLOW));
    const late = entry("/late");
    admit(state, [late], ALLOW);
    expect(acceptAtOnce(state, late)).toEqual([]);
  });

  it("accepts nothing before the frontier is open", () => {
    const state = newFrontier(10);
    const target = entry("/target");
    admit(state, [target], ALLOW);
    expect(acceptAtOnce(state, target)).toEqual([]);
    expect(state.pending.entries.size).toBe(1);
  });
});

describe("FrontierState", () => {
  it("is a plain value: a copy goes on exactly as the original does", () => {
    const state = opened(40, ...entries(30), ...range(30).map((at) => entry(`/shop/${at}`, "sitemap", at % 4)));
    for (const _ of range(10)) take(state);
    const copy = structuredClone(state);
    const goOn = (one: FrontierState) => {
      admit(one, [entry("/shop/3"), entry("/new")], ALLOW);
      giveBack(one);
      return takeAll(one);
    };
    expect(goOn(copy)).toEqual(goOn(state));
    expect(copy).toEqual(state);
  });
});
