import type { Database } from "#prisma/client.ts";
import { OLDEST_EVENT_DAYS } from "./record-mail-event.ts";

const DAY_MS = 86_400_000;
const EVENTS_KEPT_DAYS = OLDEST_EVENT_DAYS + 10;
/** A mailbox may work again after so long. Complaints are kept. */
const BOUNCES_KEPT_DAYS = 365;

/** Deletes old mail events, and suppressions that are lifted or long ago. Returns the number of rows. */
export async function forgetMailEvents(db: Database, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const events = await db.mailEvent.deleteMany({ where: { at: { lt: before(EVENTS_KEPT_DAYS) } } });
  const suppressions = await db.mailSuppression.deleteMany({
    where: {
      OR: [
        { active: false, liftedAt: { lt: before(EVENTS_KEPT_DAYS) } },
        { reason: { not: "complaint" }, at: { lt: before(BOUNCES_KEPT_DAYS) } },
      ],
    },
  });
  return events.count + suppressions.count;
}
