import { describe, expect, it } from "vitest";
import { makeRandom } from "#test/support/make-random.ts";
import { judgeAbsence } from "#worker/core/issues/absence.ts";
import { gatherSeen } from "#worker/core/issues/gather-seen.ts";
import { type IssueState, type KnownIssue, type KnownPlace, NEW_COURSE, WHOLE_PAGE } from "#worker/core/issues/issue.ts";
import { reconcileIssues } from "#worker/core/issues/reconcile-issues.ts";
import { makeKnown, makeSeen } from "./issue-samples.ts";

const SENTENCE = "You will recieve more than you pay for.";
const OTHER = "My children ask for nothing else.";
const THIRD = "The best bread in the harbour.";

/** Content of a mistake's place in a crawl: the mistake itself, another text, or nothing; or its page is gone. */
type Day = "there" | "undecided" | "page gone" | "gone and unread" | "unread" | "nothing" | { says: string; fresh?: string[] };

/** Follows one Issue over crawls and returns its state after each, with an exclamation mark where a mail says so. */
function follow(days: Day[], fields: Partial<KnownIssue> = {}, start: IssueState = "open"): string[] {
  let issue = makeKnown("a", start, 0.9, fields);
  return days.map((day) => {
    const seen = day === "there" ? [makeSeen("a", { check: issue.check, rule: issue.rule })] : [];
    const undecided = new Set(day === "undecided" ? ["a"] : []);
    const known = [{ ...issue, occurrences: [placeOn(day)] }];
    const [change, ...more] = reconcileIssues({
      ...{ known, seen, undecided, notNews: new Set<string>(), baseline: false, needsNextCrawl: () => false },
    });
    expect(more).toEqual([]);
    if (!change) return issue.state;
    issue = { ...issue, state: change.after, course: change.course };
    return `${change.after}${change.event !== null && !change.quiet ? "!" : ""}`;
  });
}

function placeOn(day: Day): KnownPlace {
  const says = typeof day === "object" ? day.says : null;
  const now = says === null ? null : { hash: says.startsWith("https:") ? says : `hash of ${says}`, text: says };
  return {
    url: "https://bakery.example/",
    selector: "p",
    excerpt: SENTENCE,
    isPageGone: day === "page gone" || day === "gone and unread",
    isUnread: day === "unread" || day === "gone and unread",
    now,
    ...(typeof day === "object" && day.fresh ? { fresh: day.fresh } : {}),
  };
}

const LINK = { check: "links" as const, rule: "links/not-found" };
const times = <T>(count: number, day: T): T[] => Array.from({ length: count }, () => day);

describe("an issue that is no longer there", () => {
  it.each<[string, Day[], string[]]>([
    ["a correction", [{ says: "You will receive more than you pay for." }], ["fixed!"]],
    ["a text that was taken out, on the second look", ["nothing", "nothing"], ["open", "fixed!"]],
    ["a correction of a text that moved", [{ says: OTHER, fresh: ["You will receive more than you pay for."] }], ["fixed!"]],
    [
      "a text that was taken out, and another that moved there",
      ["nothing", ...times<Day>(2, { says: OTHER })],
      ["open", "open", "fixed!"],
    ],
    ["a page that is gone, on the second look", ["page gone", "page gone"], ["open", "fixed!"]],
    ["another text in its place, on the second look", times(2, { says: OTHER }), ["open", "fixed!"]],
    ["another text in its place, then nothing", [{ says: OTHER }, "nothing", "nothing"], ["open", "open", "fixed!"]],
  ])("is fixed by %s", (_what, days, states) => {
    expect(follow(days)).toEqual(states);
  });

  it("is fixed for a link on the second look", () => {
    expect(follow(["nothing", "nothing", "nothing"], LINK)).toEqual(["open", "fixed!", "fixed"]);
    expect(follow(["page gone", "page gone"], LINK)).toEqual(["open", "fixed!"]);
    expect(follow(["nothing", "undecided", "nothing"], LINK)).toEqual(["open", "open", "fixed!"]);
  });

  it.each<[string, Day[], Partial<KnownIssue>]>([
    ["a link", ["nothing", "unread", "unread", "nothing", "nothing"], LINK],
    ["a text that was taken out", ["nothing", "unread", "unread", "nothing", "nothing"], {}],
    ["a page that is gone", ["page gone", "gone and unread", "gone and unread", "page gone", "page gone"], {}],
  ])("takes a day on which the page could not be read for no second look: %s", (_what, days, fields) => {
    expect(follow(days, fields)).toEqual(["open", "open", "open", "open", "fixed!"]);
  });

  it("is mailed for a text that the house style needs as soon as the page has it", () => {
    const known = [
      makeKnown("a", "open", 0.9, { check: "style", occurrences: [{ ...placeOn("nothing"), selector: WHOLE_PAGE }] }),
    ];
    const input = { known, seen: [], undecided: new Set<string>(), notNews: new Set<string>(), baseline: false };
    expect(reconcileIssues({ ...input, needsNextCrawl: () => false })).toMatchObject([{ after: "fixed", quiet: false }]);
  });
});

describe("another text at the place of a mistake", () => {
  const says = (excerpt: string, text: string, now: string) => {
    const place = { url: "https://bakery.example/", selector: "p", excerpt, isPageGone: false, isUnread: false };
    const issue = { check: "spelling" as const, text, occurrences: [{ ...place, now: { hash: "other", text: now } }] };
    return judgeAbsence(issue).kind;
  };

  it.each<[string, string, string]>([
    ["We baked teh first loaf.", "teh", "We baked the first loaf."],
    ["Ask your freind about our rye.", "freind", "Ask a good friend about our rye."],
    ["Contcat", "Contcat", "Contact"],
    ["Fresh bred", "bred", "Fresh bread"],
    ["We have alot of flour in the mill.", "alot", "We have a lot of flour in the mill."],
    ["They could of come by ship this year.", "could of", "They could have come by ship this year."],
    ["Out of the the oven at noon.", "the the", "Out of the oven at noon."],
    ["Open all days untill noon, and longer in May.", "untill", "Open daily until noon, and much longer in May."],
    ["Das Brod ist frisch vom Ofen.", "Brod", "Das Brot ist frisch vom Ofen."],
  ])("is the correction of “%s”", (excerpt, text, now) => {
    expect(says(excerpt, text, now)).toBe("corrected");
  });

  it.each<[string, string, string]>([
    ["The best rye in town, my old freind says.", "freind", "The best rye in town, my old sister says."],
    ["You bake untill noon on each lovely morning", "untill", "You bake for us on each single morning"],
    ["Fresh bred", "bred", "Warm cakes"],
    ["Contcat", "Contcat", "Deliveries"],
    ["Rolls from the the oven, warm and round.", "the the", "Cakes from the cellar, cold and round."],
    ["Das Brod der Woche: Roggen mit Kümmel.", "Brod", "Der Kuchen der Woche: Roggen mit Kümmel."],
  ])("is no correction of “%s”", (excerpt, text, now) => {
    expect(says(excerpt, text, now)).toBe("replaced");
  });
});

describe("an issue that comes and goes", () => {
  it("is never mailed while another text takes its place each day", () => {
    const days: Day[] = [{ says: OTHER }, { says: THIRD }, "there", { says: OTHER }, { says: THIRD }, "there"];
    expect(follow(days)).toEqual(["open", ...times(5, "recurring")]);
  });

  it("is never mailed for a link that fails every other day", () => {
    const days: Day[] = Array.from({ length: 30 }, (_, day) => (day % 2 === 0 ? "nothing" : "there"));
    const states = follow(days, LINK);
    expect(states.slice(0, 5)).toEqual(["open", "open", "open", "recurring", "recurring"]);
    expect(new Set(states.slice(3))).toEqual(new Set(["recurring"]));
  });

  it("is never mailed for a broken link among rotating teasers", () => {
    const [one, other]: Day[] = ["bread", "cake"].map((name) => ({ says: `https://bakery.example/${name}` }));
    const days: Day[] = [one ?? "nothing", other ?? "nothing", "there", one ?? "nothing", other ?? "nothing", "there"];
    expect(follow(days, LINK)).toEqual(["open", ...times(5, "recurring")]);
  });

  it("is fixed for a link whose place keeps another one, or that works with another key each day", () => {
    const kept: Day = { says: "https://bakery.example/bread" };
    expect(follow([kept, kept], LINK)).toEqual(["open", "fixed!"]);
    const keyed = { ...LINK, text: "https://mill.example/vote?k=8f2a9bc0" };
    expect(
      follow(
        ["deadbeef", "0123abcd"].map((key) => ({ says: `https://mill.example/vote?k=${key}` })),
        keyed,
      ),
    ).toEqual(["open", "fixed!"]);
  });

  const inTurns = (other: Day, every: number): Day[] =>
    Array.from({ length: 30 }, (_, day) => (day % every === 0 ? other : "there"));

  it("is mailed once as fixed and once as back for two versions of a page, one of them right", () => {
    const mails = follow(inTurns({ says: "You will receive more than you pay for." }, 2)).filter((state) =>
      state.endsWith("!"),
    );
    expect(mails).toEqual(["fixed!", "reopened!"]);
  });

  it.each([2, 3, 7])("is never mailed for a text that is left out every so many days (%i)", (every) => {
    expect(follow(inTurns("nothing", every)).filter((state) => state.endsWith("!"))).toEqual([]);
  });

  it("takes one bad day for no more than that", () => {
    expect(follow(["nothing", ...times<Day>(5, "there")], LINK)).toEqual(times(6, "open"));
    expect(follow(["page gone", ...times<Day>(5, "there")])).toEqual(times(6, "open"));
  });

  it("is never mailed for a page that is gone every other day", () => {
    const days: Day[] = Array.from({ length: 12 }, (_, day) => (day % 2 === 0 ? "page gone" : "there"));
    expect(follow(days).filter((state) => state.endsWith("!"))).toEqual([]);
  });

  it("is mailed once as fixed and once as back if it stays away for long, then no more", () => {
    const week: Day[] = [...times<Day>(7, { says: OTHER }), ...times<Day>(7, "there")];
    const mails = follow([...week, ...week, ...week, ...week]).filter((state) => state.endsWith("!"));
    expect(mails).toEqual(["fixed!", "reopened!"]);
  });

  it.each<[string, Day[], Partial<KnownIssue>]>([
    ["link", ["there", "nothing", "undecided"], LINK],
    ["text", ["there", { says: OTHER }, { says: THIRD }], {}],
  ])("is mailed at most once as fixed and once as back, however the days of a %s fall", (_what, days, fields) => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const random = makeRandom(seed);
      const month = Array.from({ length: 30 }, () => days[Math.floor(random() * days.length)] ?? "there");
      const mails = follow(month, fields).filter((state) => state.endsWith("!"));
      expect(["", "fixed!", "fixed! reopened!"]).toContain(mails.join(" "));
    }
  });

  it("is open again after ten crawls in a row, and fixed after ten without it, both without a mail", () => {
    expect(follow(times(10, "there"), LINK, "recurring")).toEqual([...times(9, "recurring"), "open"]);
    expect(follow(times(10, "nothing"), LINK, "recurring")).toEqual([...times(9, "recurring"), "fixed"]);
    const mixed: Day[] = [...times<Day>(9, "there"), "nothing", ...times<Day>(9, "there")];
    expect(new Set(follow(mixed, LINK, "recurring"))).toEqual(new Set(["recurring"]));
  });

  it("ends at once where rules or settings withdrew it", () => {
    const known = [makeKnown("a", "recurring", 0.9, { course: { ...NEW_COURSE, missed: 1 } })];
    const input = { known, seen: [], undecided: new Set<string>(), notNews: new Set(["id of a"]), baseline: false };
    expect(reconcileIssues({ ...input, needsNextCrawl: () => false })).toMatchObject([{ after: "fixed", quiet: true }]);
  });
});

it("waits for no second look where the last crawl saw most pages missing and recorded nothing", () => {
  const known = [makeKnown("a", "open", 0.9, { occurrences: [placeOn("page gone")] })];
  const input = { known, seen: [], undecided: new Set<string>(), notNews: new Set<string>(), baseline: false };
  expect(reconcileIssues({ ...input, believesMissing: true, needsNextCrawl: () => false })).toMatchObject([
    { after: "fixed", event: "fixed", quiet: false },
  ]);
});

it("waits for no second look when only the house style changed, because no crawl looked", () => {
  const known = [makeKnown("a", "open", 0.9, { check: "style", occurrences: [placeOn({ says: OTHER })] })];
  const input = {
    known,
    seen: [],
    undecided: new Set<string>(),
    notNews: new Set<string>(),
    baseline: false,
    rulesChanged: true,
  };
  expect(reconcileIssues({ ...input, needsNextCrawl: () => false })).toMatchObject([{ after: "fixed", event: "fixed" }]);
});

it("gathers every name that an issue about a doubtful link may have", () => {
  const target = "https://mill.example/flour?token=9e107d9d372bb6826bd81d3542a419d6#rye";
  const link = { url: target, href: target, text: "Flour", element: "a", rel: null, selector: "a" };
  const verdict = { url: target, state: "unknown" as const, rule: "links/unknown", status: 403, reason: "", finalUrl: null };
  const { seen, undecided, doubtful } = gatherSeen({
    pages: [{ url: "https://bakery.example/", blocks: [], links: [link], isReread: false }],
    blocks: new Map(),
    verdicts: new Map([[target, { ...verdict, versionBefore: null }]]),
    words: [],
    ignoredLinks: [],
    now: new Date("2026-11-29T06:00:00Z"),
    lastCrawlAt: null,
    siteLanguage: "auto",
  });
  expect(seen).toEqual([]);
  expect(undecided.size).toBe(3);
  expect(doubtful).toMatchObject([{ text: target, occurrences: [{ selector: "a" }] }]);
});
