import { describe, expect, it } from "vitest";
import { issueListSearch, LONGEST_SEARCH, parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

const USUAL = { q: "", state: "open", confidence: "sure", sort: "weight", group: "none", page: 1 };
const ID = "0199c8a2-7d6c-7a1e-9d7f-3f0a2b4c5d6e";

describe("parseIssueListQuery", () => {
  it("lists what is open and certain if the address says nothing", () => {
    expect(parseIssueListQuery({})).toEqual(USUAL);
  });

  it("reads every filter", () => {
    const search = {
      q: "recieve",
      check: "grammar",
      rule: "grammar/article",
      state: "ignored",
      confidence: "hints",
      section: "blog",
      pageId: ID,
      age: "week",
      assignee: "none",
      mistake: "-42",
      site: ID,
      sort: "newest",
      group: "mistake",
      page: "3",
    };
    expect(parseIssueListQuery(search)).toEqual({ ...search, page: 3 });
  });

  it.each([
    ["check", "colour"],
    ["rule", "a b"],
    ["rule", "x".repeat(500)],
    ["state", "closed"],
    ["confidence", "maybe"],
    ["section", "\0"],
    ["section", "\uD800"],
    ["pageId", "1; DROP TABLE"],
    ["age", "century"],
    ["assignee", "../x"],
    ["mistake", "1e9"],
    ["mistake", "9223372036854775808"],
    ["site", "mine"],
    ["sort", "random"],
    ["group", "rule"],
    ["page", "0"],
    ["page", "-1"],
    ["page", "9e9"],
    ["page", "NaN"],
  ])("treats %s=%j as absent", (key, value) => {
    expect(parseIssueListQuery({ [key]: value })).toEqual(USUAL);
    expect(parseIssueListQuery({ [key]: [value, value] })).toEqual(USUAL);
  });

  it("bounds and tidies a search", () => {
    expect(parseIssueListQuery({ q: "  two \n words\0 " }).q).toBe("two words");
    expect(parseIssueListQuery({ q: "x".repeat(5_000) }).q).toHaveLength(LONGEST_SEARCH);
    expect(parseIssueListQuery({ q: "\uD800" }).q.isWellFormed()).toBe(true);
    expect(parseIssueListQuery({ q: ["a", "b"] }).q).toBe("");
  });

  it("keeps the hints at their earlier address, and all certainties in other states", () => {
    expect(parseIssueListQuery({ state: "hints" })).toMatchObject({ state: "open", confidence: "hints" });
    expect(parseIssueListQuery({ state: "fixed" }).confidence).toBe("all");
  });
});

describe("issueListSearch", () => {
  it.each([
    {},
    { state: "ignored" },
    { state: "ignored", confidence: "sure" },
    { confidence: "all", page: "2" },
    { section: "", q: "a&b=c" },
    { group: "page", sort: "a-z", mistake: "-7" },
  ])("writes an address that reads the same: %j", (search) => {
    const query = parseIssueListQuery(search);
    const written = issueListSearch(query);
    expect(parseIssueListQuery(Object.fromEntries(new URLSearchParams(written)))).toEqual(query);
  });

  it("leaves out what is usual", () => {
    expect(issueListSearch(parseIssueListQuery({ state: "open", page: "1", sort: "weight" }))).toBe("");
  });
});
