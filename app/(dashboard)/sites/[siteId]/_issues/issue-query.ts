import { z } from "zod";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { ISSUE_GROUPS } from "#worker/core/view/issue-groups.ts";

/** The selection of Issues in the address. Invalid values count as absent, because people type addresses and keep old ones. */
const issueQuery = z.object({
  check: z.enum(CHECK_IDS).optional().catch(undefined),
  state: z.enum(ISSUE_GROUPS).catch("open"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  issue: z.uuid().optional().catch(undefined),
});
export type IssueQuery = z.infer<typeof issueQuery>;

export function parseIssueQuery(search: Record<string, string | string[] | undefined>): IssueQuery {
  return issueQuery.parse(search);
}

/** Returns the address of a list of Issues, without default values. */
export function issuesHref(siteId: string, query: Partial<Omit<IssueQuery, "issue">>): string {
  const search = new URLSearchParams();
  if (query.check) search.set("check", query.check);
  if (query.state && query.state !== "open") search.set("state", query.state);
  if (query.page && query.page > 1) search.set("page", String(query.page));
  const text = search.toString();
  return `/sites/${siteId}${text ? `?${text}` : ""}`;
}
