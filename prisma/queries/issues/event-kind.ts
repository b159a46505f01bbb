import type { Prisma } from "#prisma/client.ts";
import type { IssueEventKind } from "#worker/core/issues/issue.ts";

/** Returns the kind of a stored IssueEvent; PostgreSQL's names have no hyphens. */
export function eventKindOf(kind: Prisma.IssueEventModel["kind"]): IssueEventKind {
  return kind === "marked_fixed" ? "marked-fixed" : kind;
}
