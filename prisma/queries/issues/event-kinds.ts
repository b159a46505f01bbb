import type { IssueEventKind as StoredKind } from "#prisma/generated/enums.ts";
import type { IssueEventKind } from "#worker/core/issues/issue.ts";

/** Returns the kind of an event as the database stores it. */
export function storedKind(kind: IssueEventKind): StoredKind {
  return kind === "marked-fixed" ? "marked_fixed" : kind;
}

/** Returns the kind of a stored event. */
export function eventKind(kind: StoredKind): IssueEventKind {
  return kind === "marked_fixed" ? "marked-fixed" : kind;
}
