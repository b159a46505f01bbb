import { Prisma } from "#prisma/client.ts";

/** SQL for `toldUpTo` of a Recipient (the row must be named recipient) who is not to be mailed what happened until now. */
export const TOLD_UNTIL_NOW = Prisma.sql`
  GREATEST("toldUpTo", (SELECT COALESCE(MAX(event."id"), 0) FROM "IssueEvent" AS event WHERE event."siteId" = recipient."siteId"))`;
