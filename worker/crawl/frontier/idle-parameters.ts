import type { LearnedTrap } from "#worker/core/crawl/learned-trap.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import { fnvHash } from "#worker/core/text/fnv-hash.ts";
import { createParameterUses } from "./parameter-uses.ts";

/** Different pages that must say the same under two values. More where each page gives its links one value, as languages do. */
const ENOUGH_AGREE = { ofLinks: 3, ofPages: 5 };
/** Share of a page's parts that two readings of one page have in common: a quote may change, a counter does not count. */
const SAME = 0.9;
/** Share below which two readings are of different pages. */
const OTHER = 0.5;
/** Parts of a page that are compared, and pages whose parts are kept. */
const MOST_PARTS = 1_000;
const MOST_PAGES = 3_000;
/** Addresses whose parameters are compared. */
const MOST_ADDRESSES = 100_000;
const MOST_LEARNED = 20;
/** Crawls after which a learnt parameter is tested again. */
const REMEMBERED_CRAWLS = 30;

type Page = Pick<PageContent, "title" | "blocks" | "links">;
type Said = { headlines: string; parts: ReadonlySet<number> };

/**
 * Recognises parameters that change nothing, such as a random number in each link against caches: several pages say the same under two of its
 * values. From then on, one address replaces all that differ only in it: that of a known page, else the first that was found.
 */
export type IdleParameters = {
  /** Notes pages that earlier Crawls visited. */
  noteKnown(urls: readonly string[]): void;
  /** Notes a page that was read, and its links. Returns the address of the page that it repeats, or null. */
  repeatedBy(url: string, page: Page): string | null;
  /** Returns the address that replaces this one, which may be itself. */
  standIn(url: string): string;
  /** Returns a link target without such parameters, to compare links of two Crawls. It may lead nowhere. */
  withoutIdle(target: string): string;
  learnt(): LearnedTrap[];
};

export function createIdleParameters(known: readonly LearnedTrap[]): IdleParameters {
  const idle = new Map<string, number>();
  const refuted = new Set<string>();
  const agreeing = new Map<string, Set<string>>();
  const uses = createParameterUses();
  const said = new Map<string, Said>();
  /** The addresses that replace others, by their address without idle parameters. */
  const standIns = new Map<string, string>();
  const addresses = new Set<string>();
  /** The first page read under each parameter, by its address without it. */
  const read = new Map<string, string>();
  for (const { family, crawlsLeft } of known) {
    const name = nameOf(family);
    if (name !== null) idle.set(name, crawlsLeft);
  }

  const withoutIdle = (url: string) => {
    let bare = url;
    if (idle.size > 0 && url.includes("?")) for (const name of idle.keys()) bare = withoutParameter(bare, name);
    return bare;
  };
  const standFor = (url: string) => {
    const bare = withoutIdle(url);
    const first = standIns.get(bare) ?? url;
    if (bare !== url || idle.size > 0) standIns.set(bare, first);
    return first;
  };
  const noteAddress = (url: string) => {
    if (addresses.size < MOST_ADDRESSES) addresses.add(url);
    if (idle.size > 0) standFor(url);
  };
  const learn = (name: string) => {
    if (idle.size >= MOST_LEARNED) return;
    idle.set(name, REMEMBERED_CRAWLS);
    standIns.clear();
    for (const url of addresses) standFor(url);
  };
  /** Compares a page with the one that was read before under another value, or without it. */
  const compare = (url: string, name: string, now: Said) => {
    const bare = withoutParameter(url, name);
    const key = `${name} ${bare}`;
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
      for (const name of names) if (!refuted.has(name)) compare(url, name, now);
      const first = standFor(url);
      return first === url ? null : first;
    },
    standIn: standFor,
    withoutIdle,
    learnt: () => [...idle].map(([name, crawlsLeft]) => ({ family: `parameter ${name}`, code: "trap-parameters", crawlsLeft })),
  };
}

function nameOf(family: string): string | null {
  return /^parameter (\S+)$/.exec(family)?.[1] ?? null;
}

/** Returns the names of an address's parameters as they are written, each once. */
function namesIn(url: string): string[] {
  const at = url.indexOf("?");
  if (at === -1) return [];
  const pairs = (url.slice(at + 1).split("#", 1)[0] ?? "").split("&");
  return [...new Set(pairs.map((pair) => pair.split("=", 1)[0] ?? ""))].filter((name) => name !== "");
}

function withoutParameter(url: string, name: string): string {
  const [address = "", ...fragment] = url.split("#");
  const at = address.indexOf("?");
  if (at === -1) return url;
  const kept = address
    .slice(at + 1)
    .split("&")
    .filter((pair) => pair.split("=", 1)[0] !== name);
  return [`${address.slice(0, at)}${kept.length > 0 ? "?" : ""}${kept.join("&")}`, ...fragment].join("#");
}

/** Returns the parts of a page, of which a collision makes two seem a little more alike. Numbers and the queries of links do not count. */
function saidBy({ title, blocks, links }: Page): Said {
  const headlines = [title, ...blocks.flatMap(({ kind, text }) => (kind === "heading" ? [text] : []))].join("\n");
  const texts = blocks.slice(0, MOST_PARTS).map(({ text }) => text.replace(/\p{N}+/gu, "0"));
  const leads = links
    .slice(0, MOST_PARTS)
    .flatMap(({ element, url, text }) => (element === "a" ? [`${text} ${url.split(/[?#]/, 1)[0]}`] : []));
  return { headlines, parts: new Set([...texts, ...leads].map(fnvHash)) };
}

function shareOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const common = [...one].filter((part) => other.has(part)).length;
  return Math.max(one.size, other.size) === 0 ? 1 : common / Math.max(one.size, other.size);
}
