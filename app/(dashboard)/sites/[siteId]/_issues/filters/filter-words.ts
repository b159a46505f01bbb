import type { MemberView } from "#prisma/queries/teams/find-members.ts";
import { CHECK_KINDS, isCheckId } from "#worker/core/checks/check-kinds.ts";
import type { IssueListQuery, ListState } from "#worker/core/view/issues/issue-list-query.ts";
import { ruleGuide } from "#worker/core/view/rule-guide/rule-guide.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import type { FilterOptions, ListHrefs } from "./list-filters.ts";

export const STATE_NAMES: Record<ListState, string> = {
  open: "Open",
  recurring: "Comes and goes",
  snoozed: "Snoozed",
  ignored: "Ignored",
  fixed: "Fixed",
};
export const AGE_NAMES: Record<NonNullable<IssueListQuery["age"]>, string> = {
  new: "New in the last crawl",
  week: "Last 7 days",
  month: "Last 30 days",
  older: "Older than 30 days",
};
export const CONFIDENCE_NAMES: Record<IssueListQuery["confidence"], string> = {
  sure: "Sure",
  hints: "Hints only",
  all: "Sure and hints",
};
export const SORT_NAMES: Record<IssueListQuery["sort"], string> = {
  weight: "Most important",
  newest: "Newest",
  page: "By page",
  "a-z": "A to Z",
};
export const GROUP_NAMES: Record<IssueListQuery["group"], string> = { none: "None", mistake: "By mistake", page: "By page" };

/** Returns the title of a rule; its id if its check is unknown. */
export function ruleName(rule: string): string {
  const check = rule.split("/")[0] ?? "";
  return isCheckId(check) ? ruleGuide(rule, check).title : rule;
}

/** Returns a section of a site as people write it. */
export function sectionName(section: string): string {
  return section === "" ? "Start page" : `/${section}`;
}

export type FilterChip = { words: string; href: string };
type Chosen = {
  query: IssueListQuery;
  options: FilterOptions;
  members: readonly MemberView[];
  hrefOf: ListHrefs;
  isTeam: boolean;
};

/** Returns the active filters in words, each with the address of the list without it. The state has its own links. */
export function filterChips({ query, options, members, hrefOf, isTeam }: Chosen): FilterChip[] {
  const { q, check, rule, section, pageId, age, assignee, mistake, site, state, confidence } = query;
  const siteName = options.sites.find(({ id }) => id === site)?.name;
  const assigneeName = assignee === "none" ? "no one" : members.find(({ userId }) => userId === assignee)?.name;
  return [
    q !== "" && { words: `“${q}”`, href: hrefOf({ q: "" }) },
    check !== undefined && { words: CHECK_KINDS[check].heading, href: hrefOf({ check: undefined }) },
    rule !== undefined && { words: ruleName(rule), href: hrefOf({ rule: undefined }) },
    isTeam &&
      site !== undefined && { words: `Site: ${siteName ?? "unknown"}`, href: hrefOf({ site: undefined, section: undefined }) },
    section !== undefined && { words: `Section: ${sectionName(section)}`, href: hrefOf({ section: undefined }) },
    pageId !== undefined && {
      words: `Page: ${options.page === null ? "unknown" : shownAddress(options.page.url)}`,
      href: hrefOf({ pageId: undefined }),
    },
    age !== undefined && { words: AGE_NAMES[age], href: hrefOf({ age: undefined }) },
    assignee !== undefined && {
      words: `Assigned to ${assigneeName ?? "someone unknown"}`,
      href: hrefOf({ assignee: undefined }),
    },
    mistake !== undefined && { words: "One mistake", href: hrefOf({ mistake: undefined }) },
    state === "open" && confidence === "all" && { words: CONFIDENCE_NAMES.all, href: hrefOf({ confidence: "sure" }) },
    state !== "open" && confidence !== "all" && { words: CONFIDENCE_NAMES[confidence], href: hrefOf({ confidence: "all" }) },
  ].filter((chip) => chip !== false);
}
