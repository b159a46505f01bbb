import type { Database } from "#prisma/client.ts";
import { recordActivity } from "#prisma/queries/people/record-activity.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { type DataList, findTeamData } from "#prisma/queries/team-data/find-team-data.ts";
import { exportFileName } from "#worker/core/view/csv/export-file-name.ts";
import type { InvoiceView } from "../stripe/list-invoices.ts";
import { dataArchive } from "./data-archive.ts";

type Dependencies = { db: Database; now: Date; listInvoices(customer: string): Promise<InvoiceView[]> };
type Wanted = { teamId: string; userId: string };

/** An archive reads everything that the Team has, twice. */
const LIMIT = { kind: "team-data", max: 5, windowMs: 3_600_000 };
const INVOICE = ["number", "at", "amountInSmallestUnit", "currency", "status", "url"] as const;

/** Answers an owner with everything that their Team has, as one ZIP archive; 429 after too many. Notes it in the activity list. */
export async function answerTeamData({ db, now, listInvoices }: Dependencies, { teamId, userId }: Wanted): Promise<Response> {
  if (!(await countAttempt(db, { ...LIMIT, subject: teamId, now })))
    return new Response(`Your team downloaded its data ${LIMIT.max} times within an hour. Try again in an hour.`, {
      status: 429,
      headers: { "Retry-After": "3600", "Cache-Control": "no-store" },
    });
  const { name, stripeCustomerId } = await db.team.findUniqueOrThrow({ where: { id: teamId } });
  // Before the first byte, since an archive that has begun can only be broken off.
  const invoices = stripeCustomerId === null ? [] : await listInvoices(stripeCustomerId);
  await recordActivity(db, { teamId, userId, kind: "data_downloaded", now });
  const list: DataList = {
    name: "invoices",
    headings: INVOICE,
    async *read() {
      yield invoices.map(({ id: _id, amount, ...invoice }) => ({ ...invoice, amountInSmallestUnit: amount }));
    },
  };
  const fileName = exportFileName([name, "data"], { at: now, ending: "zip" });
  return new Response(dataArchive([...findTeamData(db, { teamId }), list]), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
