import { Prisma } from "#prisma/client.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import type { IssueListQuery, ListState } from "#worker/core/view/issues/issue-list-query.ts";
import type { ListSite } from "./find-list-sites.ts";

/** The parts of a query that the index of the list answers; the rows must be named `issue` and `site`. */
type Filters = Pick<IssueListQuery, "section" | "age" | "assignee" | "mistake">;
type Kinds = Pick<IssueListQuery, "state" | "confidence" | "check" | "rule">;

const DAY_MS = 86_400_000;
const [WEEK_MS, MONTH_MS] = [7 * DAY_MS, 30 * DAY_MS];

/** Returns SQL with the Sites as rows `site`, with their `newSince`. They must come from a query that was limited to the Team. */
export function sitesAsRows(sites: readonly ListSite[]): Prisma.Sql {
  const ids = sites.map(({ id }) => id);
  const since = sites.map(({ newSince }) => newSince?.toISOString() ?? null);
  return Prisma.sql`unnest(${ids}::text[], ${since}::timestamp[]) AS site("id", "newSince")`;
}

/** Returns the SQL condition for state, confidence, check and rule. */
export function kindFilter({ state, confidence, check, rule }: Kinds): Prisma.Sql {
  return Prisma.sql`${stateFilter(state, confidence)}
    ${check ? Prisma.sql`AND issue."check" = ${check}` : Prisma.empty} ${rule ? Prisma.sql`AND issue."rule" = ${rule}` : Prisma.empty}`;
}

/** Returns the SQL condition for section, age, assignee and mistake. */
export function otherFilter({ section, age, assignee, mistake }: Filters, now: Date): Prisma.Sql {
  const conditions = [
    section === undefined ? null : Prisma.sql`issue."sections" && ARRAY[${section}, '*']`,
    age === undefined ? null : ageFilter(age, now),
    assignee === undefined ? null : assigneeFilter(assignee),
    mistake === undefined ? null : Prisma.sql`issue."mistakeKey" = ${BigInt(mistake)}`,
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ");
}

const OPEN_STATES = Prisma.sql`issue."state" IN ('open', 'reopened')`;
const IS_SURE = Prisma.sql`issue."confidence" >= ${MAIL_CONFIDENCE}`;

function stateFilter(state: ListState, confidence: IssueListQuery["confidence"]): Prisma.Sql {
  if (state === "open") {
    if (confidence === "sure") return Prisma.sql`(${OPEN_STATES} AND ${IS_SURE})`;
    if (confidence === "all") return Prisma.sql`issue."state" IN ('open', 'reopened', 'unconfirmed')`;
    return Prisma.sql`(${OPEN_STATES} AND NOT ${IS_SURE} OR issue."state" = 'unconfirmed')`;
  }
  const isState = Prisma.sql`issue."state" = ${state}::"IssueState"`;
  if (confidence === "all") return isState;
  return confidence === "sure" ? Prisma.sql`(${isState} AND ${IS_SURE})` : Prisma.sql`(${isState} AND NOT ${IS_SURE})`;
}

function ageFilter(age: NonNullable<IssueListQuery["age"]>, now: Date): Prisma.Sql {
  const before = (ms: number) => new Date(now.getTime() - ms);
  if (age === "new") return Prisma.sql`issue."openedAt" >= site."newSince"`;
  if (age === "week") return Prisma.sql`issue."openedAt" >= ${before(WEEK_MS)}`;
  if (age === "month") return Prisma.sql`issue."openedAt" >= ${before(MONTH_MS)}`;
  return Prisma.sql`issue."openedAt" < ${before(MONTH_MS)}`;
}

function assigneeFilter(assignee: string): Prisma.Sql {
  return assignee === "none" ? Prisma.sql`issue."assigneeId" IS NULL` : Prisma.sql`issue."assigneeId" = ${assignee}`;
}
