import type { IssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

/** Returns the address of the list with some filters changed, from its first page. */
export type ListHrefs = (change: Partial<IssueListQuery>) => string;
