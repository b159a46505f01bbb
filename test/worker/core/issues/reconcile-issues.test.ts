import { describe, expect, it } from "vitest";
import { makeRandom } from "#test/support/make-random.ts";
import { ISSUE_STATES, type IssueState, type KnownIssue, type SeenIssue } from "#worker/core/issues/issue.ts";
import type { IssueChange } from "#worker/core/issues/issue-change.ts";
import { reconcileIssues } from "#worker/core/issues/reconcile-issues.ts";
import { makeKnown, makeSeen } from "./issue-samples.ts";

type Input = Parameters<typeof reconcileIssues>[0];

const reconcile = (fields: Partial<Input>) =>
  reconcileIssues({
    known: [],
    seen: [],
    undecided: new Set(),
    notNews: new Set(),
    baseline: false,
    needsNextCrawl: (rule) => rule === "links/server-error",
    ...fields,
  });
const shortly = (changes: IssueChange[]) =>
  changes.map(({ before, after, event, quiet }) => ({ step: `${before} → ${after}`, event, quiet }));
const shaky = (fields: Partial<SeenIssue> = {}) => makeSeen("a", { rule: "links/server-error", ...fields });

describe("reconcileIssues", () => {
  it.each<[string, IssueState | null, SeenIssue, ReturnType<typeof shortly>]>([
    ["1. opens what is new", null, makeSeen("a"), [{ step: "null → open", event: "opened", quiet: false }]],
    ["1. waits with what must be seen twice", null, shaky(), [{ step: "null → unconfirmed", event: null, quiet: false }]],
    [
      "2. opens what is seen a second time",
      "unconfirmed",
      shaky(),
      [{ step: "unconfirmed → open", event: "opened", quiet: false }],
    ],
    [
      "2. opens it for another reason too",
      "unconfirmed",
      makeSeen("a"),
      [{ step: "unconfirmed → open", event: "opened", quiet: false }],
    ],
    ["3. reopens what was fixed", "fixed", makeSeen("a"), [{ step: "fixed → reopened", event: "reopened", quiet: false }]],
    [
      "3. waits again where it must be seen twice",
      "fixed",
      shaky(),
      [{ step: "fixed → unconfirmed", event: null, quiet: false }],
    ],
    ["4. leaves open what is open", "open", makeSeen("a"), []],
    ["4. leaves open what is open, though seen once for a shaky reason", "open", shaky(), []],
    ["4. leaves reopened what is reopened", "reopened", makeSeen("a"), []],
    ["4. leaves ignored what a person ignored", "ignored", makeSeen("a"), []],
    ["4. leaves snoozed what a person snoozed", "snoozed", makeSeen("a"), []],
  ])("%s", (_rule, state, seen, expected) => {
    const known = state ? [makeKnown("a", state)] : [];
    const changes = reconcile({ known, seen: [seen] });
    expect(shortly(changes)).toEqual(expected);
    for (const change of changes) expect(change).toMatchObject({ id: known[0]?.id ?? null, fingerprint: "a" });
  });

  it("makes no event of a new message, because an issue does not depend on its message", () => {
    const seen = makeSeen("a", { message: "“recieve” is worded in another way." });
    expect(reconcile({ known: [makeKnown("a", "open")], seen: [seen] })).toEqual([]);
  });

  it.each(ISSUE_STATES)("5. keeps %s if this crawl could not decide", (state) => {
    expect(reconcile({ known: [makeKnown("a", state)], undecided: new Set(["a"]) })).toEqual([]);
  });

  it("5. opens nothing undecided", () => {
    expect(reconcile({ undecided: new Set(["a"]) })).toEqual([]);
  });

  it.each<[IssueState, ReturnType<typeof shortly>]>([
    ["open", [{ step: "open → fixed", event: "fixed", quiet: false }]],
    ["reopened", [{ step: "reopened → fixed", event: "fixed", quiet: false }]],
    ["unconfirmed", [{ step: "unconfirmed → fixed", event: null, quiet: false }]],
    ["fixed", []],
    ["ignored", []],
    ["snoozed", [{ step: "snoozed → fixed", event: "fixed", quiet: false }]],
  ])("changes an unseen %s correctly", (state, expected) => {
    expect(shortly(reconcile({ known: [makeKnown("a", state)] }))).toEqual(expected);
  });

  it("keeps the baseline quiet", () => {
    expect(shortly(reconcile({ seen: [makeSeen("a")], baseline: true }))).toEqual([
      { step: "null → open", event: "opened", quiet: true },
    ]);
  });

  it("mails neither the opening nor the fix of an issue with low confidence", () => {
    const unsure = makeSeen("a", { confidence: 0.59 });
    expect(reconcile({ seen: [unsure] })).toMatchObject([{ event: "opened", quiet: true }]);
    expect(reconcile({ known: [makeKnown("a", "fixed")], seen: [unsure] })).toMatchObject([{ event: "reopened", quiet: true }]);
    expect(reconcile({ known: [makeKnown("a", "open", 0.59)] })).toMatchObject([{ event: "fixed", quiet: true }]);
    expect(reconcile({ seen: [makeSeen("a", { confidence: 0.6 })] })).toMatchObject([{ event: "opened", quiet: false }]);
  });

  it("mails no old text as new when a new rule reports it, nor as fixed when a rule no longer does", () => {
    expect(reconcile({ seen: [makeSeen("a", { isOldText: true })] })).toMatchObject([{ event: "opened", quiet: true }]);
    const known = [makeKnown("a", "open"), makeKnown("b", "open")];
    expect(reconcile({ known, notNews: new Set(["id of a"]) })).toMatchObject([
      { fingerprint: "a", event: "fixed", quiet: true },
      { fingerprint: "b", event: "fixed", quiet: false },
    ]);
  });

  it("reports a mistake that came back with the same text", () => {
    const changes = reconcile({ known: [makeKnown("a", "fixed")], seen: [makeSeen("a", { isOldText: true })] });
    expect(changes).toMatchObject([{ event: "reopened", quiet: false }]);
  });
});

describe("reconcileIssues, over many random histories", () => {
  const FINGERPRINTS = ["a", "b", "c", "d", "e"];

  it("makes no change when the same crawl comes twice, except to confirm issues that must be seen twice", () => {
    forEachHistory(({ input, after }) => {
      const again = reconcile({ ...input, known: after });
      expect(again.filter(({ before }) => before !== "unconfirmed")).toEqual([]);
      const confirmed = apply(after, again);
      expect(reconcile({ ...input, known: confirmed })).toEqual([]);
    });
  });

  it("alternates opened and fixed events of an issue", () => {
    const lastTold = new Map<string, string>();
    forEachHistory(({ isFirst, changes }) => {
      if (isFirst) lastTold.clear();
      for (const { fingerprint, event } of changes) {
        if (event === null) continue;
        const kind = event === "fixed" ? "gone" : "there";
        expect(kind).not.toBe(lastTold.get(fingerprint) ?? "gone");
        lastTold.set(fingerprint, kind);
      }
    });
  });

  it("keeps people's decisions, changes each issue at most once, and leaves undecided ones alone", () => {
    forEachHistory(({ input, changes, before }) => {
      expect(new Set(changes.map(({ fingerprint }) => fingerprint)).size).toBe(changes.length);
      for (const change of changes) {
        const known = before.find(({ fingerprint }) => fingerprint === change.fingerprint);
        expect(change.before).toBe(known?.state ?? null);
        expect(["ignored", "snoozed"]).not.toContain(change.before);
        const isSeen = input.seen?.some(({ fingerprint }) => fingerprint === change.fingerprint);
        if (!isSeen) expect(input.undecided?.has(change.fingerprint)).toBe(false);
        expect(change.after === "fixed").toBe(!isSeen);
      }
    });
  });

  type Step = { isFirst: boolean; input: Partial<Input>; before: KnownIssue[]; after: KnownIssue[]; changes: IssueChange[] };

  /** 200 sites of 20 crawls each; now and then a person ignores something. The same ones every time. */
  function forEachHistory(visit: (step: Step) => void): void {
    const random = makeRandom(20_261_121);
    for (let site = 0; site < 200; site += 1) {
      let known: KnownIssue[] = [];
      for (let crawl = 0; crawl < 20; crawl += 1) {
        const seen = FINGERPRINTS.filter(() => random() < 0.5).map((fingerprint) =>
          makeSeen(fingerprint, { ...(random() < 0.3 ? { rule: "links/server-error" } : {}), isOldText: random() < 0.3 }),
        );
        const undecided = new Set(FINGERPRINTS.filter(() => random() < 0.2));
        const input = {
          seen,
          undecided,
          notNews: new Set(FINGERPRINTS.filter(() => random() < 0.2).map((one) => `id of ${one}`)),
          baseline: crawl === 0,
        };
        const before = known;
        const changes = reconcile({ ...input, known });
        known = apply(known, changes);
        visit({ isFirst: crawl === 0, input, before, after: known, changes });
        known = known.map((issue) => (random() < 0.02 ? { ...issue, state: "ignored" as const } : issue));
      }
    }
  }

  function apply(known: KnownIssue[], changes: IssueChange[]): KnownIssue[] {
    const states = new Map(known.map((issue) => [issue.fingerprint, issue]));
    for (const { fingerprint, after } of changes) states.set(fingerprint, makeKnown(fingerprint, after));
    return [...states.values()];
  }
});
