import { describe, expect, it } from "vitest";
import { inheritIdentity } from "#worker/core/issues/inherit-identity.ts";
import type { IssueState, KnownIssue, SeenIssue } from "#worker/core/issues/issue.ts";
import { makeKnown, makeSeen } from "./issue-samples.ts";

const HOME = "https://bakery.example/";
const place = (excerpt: string, selector = "a", url = HOME) => ({ url, selector, excerpt });
const seenAt = (fingerprint: string, excerpt: string, fields: Partial<SeenIssue> = {}, selector = "a"): SeenIssue =>
  makeSeen(fingerprint, { occurrences: [{ ...place(excerpt, selector), blockHash: null, range: null }], ...fields });
const knownAt = (fingerprint: string, excerpt: string, fields: Partial<KnownIssue> = {}, selector = "a"): KnownIssue =>
  makeKnown(fingerprint, "open", 0.9, {
    occurrences: [{ ...place(excerpt, selector), isPageGone: false, isUnread: false, now: null }],
    ...fields,
  });
const link = (target: string) => ({ check: "links" as const, rule: "links/not-found", subject: target, text: target });
const slip = (subject: string) => ({ check: "grammar" as const, rule: "grammar/repeated-word", subject, text: subject });
const renamedOf = (known: KnownIssue[], seen: SeenIssue[]) => Object.fromEntries(inheritIdentity(known, seen).renamed);

describe("inheritIdentity, by place", () => {
  it.each<[string, KnownIssue, SeenIssue]>([
    [
      "a link with another short key in its path, at the very place",
      knownAt("a", "Refer a friend", link(`${HOME}r/c4ca42/join`)),
      seenAt("b", "Refer a friend", link(`${HOME}r/8b81e7/join`)),
    ],
    [
      "a link with another key in an unknown parameter",
      knownAt("a", "Vote", link(`${HOME}vote?k=8f2a9bc0`)),
      seenAt("b", "Vote", link(`${HOME}vote?k=deadbeef`)),
    ],
    [
      "a link with other keys at two levels of its path, at the very place",
      knownAt("a", "Price list", link(`${HOME}a-8f3k/b-92ls/prices.pdf`)),
      seenAt("b", "Price list", link(`${HOME}a-x29p/b-7hh2/prices.pdf`)),
    ],
    [
      "a link with other keys that a banner moved, by its text",
      knownAt("a", "Our loaf of the day", link(`${HOME}go/wqhzkp`), "div:nth-of-type(3) > a"),
      seenAt("b", "Our loaf of the day", link(`${HOME}go/mbtrxa`), "div:nth-of-type(4) > a"),
    ],
    [
      "a link with another number, at the very place",
      knownAt("a", "Read more", link(`${HOME}?p=12`)),
      seenAt("b", "Read more", link(`${HOME}?p=13`)),
    ],
    [
      "a link with another key that moved on its page",
      knownAt("a", "Vote", link(`${HOME}vote?k=8f2a9bc0`), "li:nth-of-type(1)"),
      seenAt("b", "Vote", link(`${HOME}vote?k=deadbeef`), "li:nth-of-type(2)"),
    ],
    [
      "a link whose text counts",
      knownAt("a", "Downloads (1,204)", link(`${HOME}d?k=8f2a9bc0`)),
      seenAt("b", "Downloads (1,377)", link(`${HOME}d?k=deadbeef`)),
    ],
    [
      "a link with another number that a banner moved, by its text",
      knownAt("a", "Our loaf of the day", link(`${HOME}loaf?id=12`), "div:nth-of-type(3) > a"),
      seenAt("b", "Our loaf of the day", link(`${HOME}loaf?id=13`), "div:nth-of-type(4) > a"),
    ],
    [
      "a slip beside another weekday",
      knownAt("a", "On Monday the the shop is open until nine.", slip("the the")),
      seenAt("b", "On Tuesday the the shop is open until nine.", slip("the the")),
    ],
  ])("recognises %s", (_what, known, seen) => {
    expect(renamedOf([known], [seen])).toEqual({ "id of a": "b" });
  });

  it.each<[string, KnownIssue, SeenIssue]>([
    [
      "a page of another name and number",
      knownAt("a", "Menu", link(`${HOME}menu2025`)),
      seenAt("b", "Menu", link(`${HOME}wine2026`)),
    ],
    [
      "another part of a series",
      knownAt("a", "Read more", link(`${HOME}part1`)),
      seenAt("b", "Read more", link(`${HOME}part2`)),
    ],
    [
      "another page behind another key",
      knownAt("a", "Read more", link(`${HOME}s-8f3k/menu`)),
      seenAt("b", "Read more", link(`${HOME}s-x29p/wine`)),
    ],
    [
      "a link with other keys and another text",
      knownAt("a", "Harbour festival", link(`${HOME}go/wqhzkp`)),
      seenAt("b", "New ovens", link(`${HOME}go/mbtrxa`)),
    ],
    ["another link at the place", knownAt("a", "Menu", link(`${HOME}menu`)), seenAt("b", "Menu", link(`${HOME}wine`))],
    [
      "the same address with another text",
      knownAt("a", "Harbour festival", link(`${HOME}?p=12`)),
      seenAt("b", "New ovens", link(`${HOME}?p=13`)),
    ],
    [
      "another link with another text that moved",
      knownAt("a", "Our loaf of the day", link(`${HOME}loaf?id=12`), "div:nth-of-type(3) > a"),
      seenAt("b", "Our cake of the week", link(`${HOME}loaf?id=13`), "div:nth-of-type(4) > a"),
    ],
    [
      "an article that moved up a list",
      knownAt("a", "Read more", link(`${HOME}?p=12`), "li:nth-of-type(1)"),
      seenAt("b", "Read more", link(`${HOME}?p=13`), "li:nth-of-type(2)"),
    ],
    [
      "the same slip in another sentence at the place",
      knownAt("a", "On Monday the the shop is open until nine.", slip("the the")),
      seenAt("b", "Bread keeps the the longest in linen bags.", slip("the the")),
    ],
    [
      "another slip in the sentence",
      knownAt("a", "On Monday the the shop is open.", slip("the the")),
      seenAt("b", "On Monday the shop is is open.", slip("is is")),
    ],
    [
      "a link beside one that works now, at the place that it had",
      knownAt("a", "Minutes of 2023", {
        ...link(`${HOME}minutes?year=2023`),
        occurrences: [{ ...place("Minutes of 2023"), isPageGone: false, isUnread: false, now: null, isStillLinked: true }],
      }),
      seenAt("b", "Minutes of 2024", link(`${HOME}minutes?year=2024`)),
    ],
    [
      "a link whose text and address name another year, in place of one that moved",
      knownAt("a", "Minutes of the year 2023", link(`${HOME}minutes?year=2023`), "li:nth-of-type(1)"),
      seenAt("b", "Minutes of the year 2024", link(`${HOME}minutes?year=2024`), "li:nth-of-type(2)"),
    ],
    [
      "a missing anchor that became a missing page",
      knownAt("a", "Vote", { ...link(`${HOME}vote?k=8f2a9bc0`), rule: "links/fragment" }),
      seenAt("b", "Vote", link(`${HOME}vote?k=deadbeef`)),
    ],
    [
      "what was fixed",
      knownAt("a", "Vote", { ...link(`${HOME}?k=8f2a9bc0`), state: "fixed" }),
      seenAt("b", "Vote", link(`${HOME}?k=deadbeef`)),
    ],
  ])("does not take for the same: %s", (_what, known, seen) => {
    expect(renamedOf([known], [seen])).toEqual({});
  });

  it("takes time in proportion to the links of a page that have one text", () => {
    const letters = (index: number) => `k${String(index).padStart(6, "0")}x`;
    const cost = (count: number) => {
      const place = (day: string, index: number) =>
        [`${day}${index}`, "Read the whole story", link(`${HOME}${day}/${letters(index)}`), `li.${day}${index}`] as const;
      const known = Array.from({ length: count }, (_, index) => knownAt(...place("one", index)));
      const seen = Array.from({ length: count }, (_, index) => seenAt(...place("two", index)));
      const before = process.cpuUsage().user;
      inheritIdentity(known, seen);
      return process.cpuUsage().user - before;
    };
    cost(200);
    expect(cost(800)).toBeLessThan(20 * Math.max(cost(100), 5_000));
  });

  it("pairs each of many equal places once, and leaves those alone that are seen themselves", () => {
    const keys = ["8f2a9bc0", "0123abcd", "deadbeef"];
    const known = keys.map((key) => knownAt(key, "", link(`${HOME}i?k=${key}`), `img.${key}`));
    const seen = ["deadbeef", "99887766"].map((key) => seenAt(key, "", link(`${HOME}i?k=${key}`), `img.${key}`));
    expect(renamedOf(known, seen)).toEqual({ "id of 8f2a9bc0": "99887766" });
  });
});

describe("inheritIdentity, from earlier versions", () => {
  const gone = (fields: Partial<SeenIssue> = {}) =>
    makeSeen("gone", { ...link(`${HOME}gone`), earlier: ["gone#a", "gone#b"], ...fields });
  const old = (fingerprint: string, state: IssueState, rule = "links/not-found") =>
    makeKnown(fingerprint, state, 0.9, { ...link(`${HOME}${fingerprint}`), rule });

  it("goes on under the new name", () => {
    expect(inheritIdentity([old("gone#a", "open")], [gone()])).toEqual({
      renamed: new Map([["id of gone#a", "gone"]]),
      merged: new Map(),
    });
  });

  it.each<[IssueState, IssueState]>([
    ["open", "ignored"],
    ["fixed", "snoozed"],
    ["fixed", "open"],
    ["recurring", "reopened"],
  ])("makes one of two (%s, %s) and keeps the decision", (weaker, stronger) => {
    const known = [old("gone#a", weaker), old("gone#b", stronger)];
    expect(inheritIdentity(known, [gone()])).toEqual({
      renamed: new Map([["id of gone#b", "gone"]]),
      merged: new Map([["id of gone#a", "id of gone#b"]]),
    });
  });

  it("joins an old one with one that has the new name already", () => {
    expect(inheritIdentity([old("gone", "open"), old("gone#a", "ignored")], [gone()])).toEqual({
      renamed: new Map([["id of gone#a", "gone"]]),
      merged: new Map([["id of gone", "id of gone#a"]]),
    });
  });

  it("leaves a missing anchor apart from a missing page", () => {
    expect(inheritIdentity([old("gone#a", "open", "links/fragment")], [gone()]).renamed.size).toBe(0);
  });
});
