import { Prisma } from "#prisma/client.ts";

/** SQL that sets `toldUpTo` so that no event up to now is mailed. The Recipient's row must be named `recipient`. */
export const MARK_AT_LATEST_EVENT = Prisma.sql`
  GREATEST("toldUpTo", (SELECT COALESCE(MAX(event."id"), 0) FROM "IssueEvent" AS event WHERE event."siteId" = recipient."siteId"))`;
