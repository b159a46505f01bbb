import type { Random } from "#test/support/make-random.ts";
import type { CheckedBlock } from "#worker/core/checks/check.ts";
import type { Finding } from "#worker/core/checks/finding.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import type { Block } from "#worker/core/page/block.ts";
import { type FakePages, failing } from "./fake-web.ts";

/** Content of one day's crawl: pages and the verdicts on addresses outside. */
export type SiteDay = { pages: FakePages; verdict(url: string): LinkVerdict };
export type VolatileSite = (day: number, isChanged: boolean) => SiteDay;

const pick = <T>(random: Random, options: readonly [T, ...T[]]): T =>
  options[Math.floor(random() * options.length)] ?? options[0];
const hex = (random: Random, length: number) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");

/** A part of a page that is another each day, without anybody's change. */
type Part = (day: number) => string;
type MakePart = (random: Random, name: string) => Part;

const QUOTES = [
  "The best bread in the whole harbour.",
  "My children ask for nothing else.",
  "Worth every mile on the old bicycle.",
  "Nowhere else do they know my name.",
  "I dream about those cinnamon rolls.",
] as const;
const TYPO_QUOTE = "You will recieve more than you pay for.";

/** Parts with a mistake that stays while something in or beside it changes. */
const PARTS: readonly [MakePart, ...MakePart[]] = [
  (random, name) => () => `<img src="https://gone.example/${name}.jpg?v=${1_764_000_000 + Math.floor(random() * 1e6)}">`,
  (random, name) => () => `<a href="https://gone.example/${name}?file=menu&token=${hex(random, 32)}">Menu</a>`,
  (random, name) => () => `<a href="https://gone.example/${name}?k=${hex(random, 12)}">Vote</a>`,
  (random, name) => () => `<a href="https://gone.example/s/${hex(random, 20)}/${name}.pdf">Plan</a>`,
  (random, name) => () => `<a href="https://gone.example/${name}?id=${Math.floor(random() * 900)}">${name} of the day</a>`,
  (random, name) => () => {
    const day = 10 + Math.floor(random() * 18);
    return `<a href="https://gone.example/${name}?X-Amz-Date=202611${day}T000000Z&X-Amz-Signature=${hex(random, 64)}">Offer</a>`;
  },
  (random, name) => () => `<p>Of the the ${Math.floor(random() * 9_000)} ${name} many came by ship.</p>`,
  (random, name) => () =>
    `<p>In ${name} on ${pick(random, ["Monday", "Tuesday", "Friday"])} the the shop opens at nine o’clock.</p>`,
  (random) => () => `<p>${Math.floor(random() * 9_000)} visitors, ${Math.floor(random() * 24)}:00.</p>`,
  (random) => () => `<p>${pick(random, QUOTES)}</p>`,
  (random) => {
    const period = 2 + Math.floor(random() * 5);
    const shown = [TYPO_QUOTE, ...QUOTES];
    return (day) => `<blockquote>${shown[day % period] ?? TYPO_QUOTE}</blockquote>`;
  },
  (random, name) => {
    const teasers = 2 + Math.floor(random() * 4);
    const host = (teaser: number) => (teaser === 0 ? "gone" : "fine");
    return (day) => `<a href="https://${host(day % teasers)}.example/${name}/${"abcdef"[day % teasers]}">Read more</a>`;
  },
  (_random, name) => (day) => `<a href="https://${day % 2 === 0 ? "gone" : "fine"}.example/${name}">Friends</a>`,
  (_random, name) => () => `<a href="https://every-other-day.example/${name}">Partner</a>`,
  (_random, name) => () => `<a href="https://shy.example/${name}">Shy partner</a>`,
  (random, name) => () => `<p>Read ${Math.floor(random() * 90_000)} times: you recieve ${name} by post.</p>`,
  (random, name) => () => {
    const ago = pick(random, ["just now", `${2 + Math.floor(random() * 57)} minutes ago`, "an hour ago", "yesterday"]);
    return `<p>The last of the the ${name} loaves was sold ${ago}.</p>`;
  },
  (random, name) => () => {
    const related = [`You recieve ${name} here`, `All about ${name}`, `More on ${name} and rye`, `Our oven and ${name}`];
    return `<ul>${related
      .toSorted(() => random() - 0.5)
      .map((text) => `<li>${text}</li>`)
      .join("")}</ul>`;
  },
  (random, name) => () => {
    const links = ["one", "two", "three"].map((which) => `<a href="https://gone.example/${name}/${which}">${which}</a>`);
    return `<p>${links.toSorted(() => random() - 0.5).join(" ")}</p>`;
  },
  (random, name) => () => `<a href="https://gone.example/${name}/vote?csrf_token=${hex(random, 40)}&up=1">Vote</a>`,
  (random) => () => `<a href="/bread?csrf=${hex(random, 32)}">Bread</a>`,
  (random) => () => (random() < 0.4 ? "<p>We use cookies. Is that all right?</p>" : ""),
  (random, name) => (day) => {
    const date = new Date(Date.UTC(2026, 10, 1 + day)).toLocaleDateString("en-GB", { dateStyle: "full", timeZone: "UTC" });
    return `<p>${date}: the the ${name} ship is in. ${Math.floor(random() * 30)} degrees.</p>`;
  },
  (random, name) => () => `<img alt="A loaf" src="https://gone.example/assets/${hex(random, 8)}-${name}.png">`,
  (random, name) => () => `<img alt="A loaf" src="https://gone.example/assets/${name}.${hex(random, 10)}.webp">`,
  (random, name) => () => `<script src="https://gone.example/${name}/chunk-${hex(random, 8)}.js"></script>`,
];

/** The one real change. */
const CHANGES = ["typo", "typo corrected", "link breaks", "link works", "link taken out"] as const;
export type RealChange = (typeof CHANGES)[number];

/** Makes a site of a few pages with random volatile parts, which never really changes, or once. */
export function makeVolatileSite(random: Random, change: RealChange = pick(random, CHANGES)): VolatileSite {
  const names = ["/", "/bread", "/cake", "/about"];
  const parts = names.map((_, page) =>
    Array.from({ length: 4 }, (_part, at) => pick(random, PARTS)(random, `n${page}x${"abcd"[at]}`)),
  );
  const [wallDay, brokenDay] = [2 + Math.floor(random() * 27), 2 + Math.floor(random() * 27)];
  return (day, isChanged) => {
    const says = isChanged ? change : null;
    // The day of the wall is no day of the site's own.
    const crawl = day > wallDay && !isChanged ? day - 1 : day;
    const pages = names.map((path, page) => [
      path,
      html(path, [...(parts[page] ?? []).map((part) => part(crawl)), ...steady(page, says)]),
    ]);
    const usual: FakePages = Object.fromEntries(pages);
    const isWall = day === wallDay && !isChanged;
    if (day === brokenDay) usual["/cake"] = failing("http-error", 500);
    return {
      pages: withoutKeys(
        isWall ? Object.fromEntries(names.map((path) => [path, html(path, ["<h1>Are you a person?</h1>"])])) : usual,
      ),
      verdict: (url) => judge(url, { day: crawl, says }),
    };
  };

  /** Returns the parts of a page that only a person changes. */
  function steady(page: number, says: RealChange | null): string[] {
    if (page !== 3) return [`<p>Page ${"abcd"[page]} has a text of its own.</p>`];
    const spelled = (typo: boolean) => (typo ? "We bake untill noon on all days." : "We bake until noon on all days.");
    return [
      `<p>${spelled(change === "typo" ? says !== null : change !== "typo corrected" || says === null)}</p>`,
      ...(says === "link taken out"
        ? []
        : [`<a href="https://${change === "link breaks" ? "breaking" : "steady"}.example/friend">Friend</a>`]),
    ];
  }
}

/** Answers addresses with a key as those without it. */
function withoutKeys(pages: FakePages): FakePages {
  const get = (_: FakePages, key: string | symbol) =>
    typeof key === "string" ? pages[key.replace(/\?csrf=.*/, "")] : undefined;
  return new Proxy(pages, { get });
}

function html(path: string, parts: string[]): string {
  const menu = ["/", "/bread", "/cake", "/about"].map((to) => `<li><a href="${to}">${to}</a></li>`).join("");
  const body = parts[0]?.startsWith("<h1>")
    ? parts
    : [`<ul>${menu}</ul>`, `<h1>Our ${path}</h1>`, ...parts.filter((part) => part !== "").map((part) => `<div>${part}</div>`)];
  return `<!doctype html><html lang="en"><title>Bakery</title><body>${body.join("\n")}</body></html>`;
}

function judge(url: string, { day, says }: { day: number; says: RealChange | null }): LinkVerdict {
  const { hostname } = new URL(url);
  const ok = { url, state: "ok" as const, rule: null, status: 200, reason: "", finalUrl: null };
  const broken = { ...ok, state: "broken" as const, rule: "links/not-found", status: 404, reason: "Not there (404)." };
  if (hostname === "shy.example" && day % 5 === 3) return { ...ok, state: "unknown", rule: "links/unknown", status: 403 };
  if (hostname === "every-other-day.example") return day % 2 === 0 ? broken : ok;
  if (hostname === "steady.example") return says === "link works" ? ok : broken;
  if (hostname === "breaking.example") return says === null ? ok : broken;
  return hostname === "gone.example" || hostname === "shy.example" ? broken : ok;
}

const SLIPS = [
  { check: "spelling", rule: "spelling/unknown-word", text: "recieve" },
  { check: "spelling", rule: "spelling/unknown-word", text: "untill" },
  { check: "grammar", rule: "grammar/repeated-word", text: "the the" },
] as const;

/** A check that knows three mistakes. */
export async function checkSlips(blocks: Block[]): Promise<CheckedBlock[]> {
  return blocks.map(({ hash, text: says }) => {
    const findings = SLIPS.flatMap(({ text, ...kind }): Finding[] => {
      const start = says.indexOf(text);
      if (start === -1) return [];
      const range = { start, end: start + text.length };
      const wording = { severity: "error" as const, confidence: 0.9, message: "Wrong.", suggestions: [], excerpt: says };
      return [{ ...kind, ...wording, text, subject: text, range }];
    });
    return { hash, language: "en-US", findings };
  });
}
