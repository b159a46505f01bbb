import type { LearnedTrap } from "#worker/core/crawl/learned-trap.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import { withoutParameter, withoutParameters } from "#worker/core/url/without-parameters.ts";
import { createParameterUses } from "./parameter-uses.ts";
import { isSame, SAME, type Said, saidBy, shareOf } from "./said-by.ts";

/** Different pages that must say the same under two values. More where each page gives its links one value, as languages do. */
const ENOUGH_AGREE = { ofLinks: 3, ofPages: 5 };
/** Share below which two readings are of different pages. */
const OTHER = 0.5;
/** Pages whose parts are kept. */
const MOST_PAGES = 3_000;
/** Addresses whose parameters are compared. */
const MOST_ADDRESSES = 100_000;
const MOST_LEARNED = 20;
/** Addresses without an idle parameter that are visited, and how many must say the same as with it. */
const TRIALS = 3;
const ENOUGH_PASSED = 2;
/** Crawls after which a learnt parameter is tested again. */
const REMEMBERED_CRAWLS = 30;

type Page = Pick<PageContent, "title" | "blocks" | "links">;

/**
 * Recognises parameters that change nothing, such as a random number in each link against caches: several pages say the same under two of its
 * values. From then on, one address replaces all that differ only in it: the one without it, if trials show that it says the same; else that
 * of a known page, or the first that was found.
 */
export type IdleParameters = {
  /** Notes pages that earlier Crawls visited. */
  noteKnown(urls: readonly string[]): void;
  /** Notes a page that was read, and its links. Returns the address of the page that it repeats, or null. */
  repeatedBy(url: string, page: Page): string | null;
  /** Returns addresses to visit in order to learn if pages need the parameter, each once. */
  takeTrials(): string[];
  /** Returns pages that were read before another address replaced theirs, each once. */
  takeReplaced(): string[];
  /** Returns the address that replaces this one, which may be itself. */
  standIn(url: string): string;
  /** Returns a link target without such parameters, to compare links of two Crawls. It may lead nowhere. */
  withoutIdle(target: string): string;
  learnt(): LearnedTrap[];
};

export function createIdleParameters(known: readonly LearnedTrap[]): IdleParameters {
  const idle = new Map<string, number>();
  /** Idle parameters without which pages say the same. */
  const clean = new Set<string>();
  const refuted = new Set<string>();
  const agreeing = new Map<string, Set<string>>();
  const uses = createParameterUses();
  const said = new Map<string, Said>();
  /** The addresses that replace others, by their address without idle parameters. */
  const standIns = new Map<string, string>();
  const addresses = new Set<string>();
  /** The first page read under each parameter, by its address without it. */
  const read = new Map<string, string>();
  /** Addresses without an idle parameter, and a page that was read with it. */
  const trials = new Map<string, { name: string; known: string }>();
  const passedTrials = new Map<string, number>();
  const waiting = { trials: [] as string[], replaced: [] as string[] };
  for (const { family, crawlsLeft } of known) {
    const { name, isClean } = learntIn(family);
    if (name === null) continue;
    idle.set(name, crawlsLeft);
    if (isClean) clean.add(name);
  }

  const withoutIdle = (url: string) => withoutParameters(url, idle.keys());
  const standFor = (url: string) => {
    if (trials.has(url)) return url;
    const tidy = withoutParameters(url, clean);
    const bare = withoutIdle(tidy);
    const first = standIns.get(bare) ?? (addresses.has(bare) ? bare : tidy);
    if (bare !== url || idle.size > 0) standIns.set(bare, first);
    return first;
  };
  const standForAll = () => {
    standIns.clear();
    for (const url of addresses) standFor(url);
  };
  const noteAddress = (url: string) => {
    if (addresses.size < MOST_ADDRESSES) addresses.add(url);
    if (idle.size > 0) standFor(url);
  };
  const learn = (name: string) => {
    if (idle.size >= MOST_LEARNED) return;
    idle.set(name, REMEMBERED_CRAWLS);
    for (const bare of [...(agreeing.get(name) ?? [])].slice(0, TRIALS)) {
      const known = read.get(keyOf(name, bare));
      if (known === undefined || said.has(bare)) continue;
      trials.set(bare, { name, known });
      waiting.trials.push(bare);
    }
    standForAll();
  };
  /** Draws the consequences of a page that was read without an idle parameter. Returns the page that it repeats if it says something else. */
  const endTrial = (url: string, now: Said): string | null => {
    const { name, known } = trials.get(url) ?? {};
    const then = said.get(known ?? "");
    if (name === undefined || known === undefined || !then) return null;
    const passes = isSame(now, then);
    const passed = (passedTrials.get(name) ?? 0) + (passes ? 1 : TRIALS * -2);
    passedTrials.set(name, passed);
    if (passed === ENOUGH_PASSED) {
      clean.add(name);
      standForAll();
      waiting.replaced.push(...[...said.keys()].filter((read) => standFor(read) !== read));
    }
    return passes ? null : known;
  };
  /** Compares a page with the one that was read before under another value, or without it. */
  const compare = (url: string, name: string, now: Said) => {
    const bare = withoutParameter(url, name);
    const key = keyOf(name, bare);
    const before = read.get(key) ?? (said.has(bare) ? bare : url);
    const then = before === url ? undefined : said.get(before);
    if (then === undefined) {
      read.set(key, url);
      return;
    }
    const share = shareOf(now.parts, then.parts);
    if (now.headlines !== then.headlines || share < OTHER) {
      refuted.add(name);
      idle.delete(name);
    }
    if (share < SAME || refuted.has(name)) return;
    const agree = agreeing.get(name) ?? new Set();
    agreeing.set(name, agree.add(bare));
    const kind = uses.kindOf(name);
    if (kind !== null && agree.size >= ENOUGH_AGREE[kind]) learn(name);
  };

  return {
    noteKnown: (urls) => {
      for (const url of urls) noteAddress(url);
      uses.note(null, urls);
    },
    repeatedBy: (url, page) => {
      noteAddress(url);
      const { origin } = new URL(url);
      const isOwn = ({ element, url: target }: Page["links"][number]) => element === "a" && target.startsWith(`${origin}/`);
      uses.note(
        url,
        page.links.filter(isOwn).map((link) => link.url),
      );
      const names = namesIn(url);
      if (names.length === 0 && !uses.hasAny()) return null;
      const now = saidBy(page);
      if (said.size < MOST_PAGES) said.set(url, now);
      if (trials.has(url)) return endTrial(url, now);
      for (const name of names) if (!refuted.has(name)) compare(url, name, now);
      const first = standFor(url);
      return first === url ? null : first;
    },
    takeTrials: () => waiting.trials.splice(0),
    takeReplaced: () => waiting.replaced.splice(0),
    standIn: standFor,
    withoutIdle,
    learnt: () =>
      [...idle].map(([name, crawlsLeft]) => ({
        family: `parameter ${name}${clean.has(name) ? CLEAN : ""}`,
        code: "trap-parameters",
        crawlsLeft,
      })),
  };
}

/** The mark of a parameter without which pages say the same. */
const CLEAN = " unneeded";

function learntIn(family: string): { name: string | null; isClean: boolean } {
  const isClean = family.endsWith(CLEAN);
  const named = isClean ? family.slice(0, -CLEAN.length) : family;
  return { name: /^parameter (\S+)$/.exec(named)?.[1] ?? null, isClean };
}

function keyOf(name: string, bare: string): string {
  return `${name} ${bare}`;
}

/** Returns the names of an address's parameters as they are written, each once. */
function namesIn(url: string): string[] {
  const at = url.indexOf("?");
  if (at === -1) return [];
  const pairs = (url.slice(at + 1).split("#", 1)[0] ?? "").split("&");
  return [...new Set(pairs.map((pair) => pair.split("=", 1)[0] ?? ""))].filter((name) => name !== "");
}
