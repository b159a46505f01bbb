import type { Prisma } from "#prisma/client.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { GROUP_STATES, type IssueGroup } from "#worker/core/view/issue-groups.ts";

/** Returns the Prisma filter for the Issues of one group. */
export function groupFilter(group: IssueGroup): Prisma.IssueWhereInput {
  const state = { in: GROUP_STATES[group] };
  if (group === "open") return { state, confidence: { gte: MAIL_CONFIDENCE } };
  if (group === "hints") return { OR: [{ state, confidence: { lt: MAIL_CONFIDENCE } }, { state: "unconfirmed" }] };
  return { state };
}
