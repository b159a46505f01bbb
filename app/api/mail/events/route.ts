import { getDatabase } from "#app/_lib/database.ts";
import { answerMailEvents } from "#app/_lib/mail-events/answer-mail-events.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { log } from "#worker/log.ts";

const PATIENCE_MS = 10_000;

/** Takes bounces and complaints from the mail provider, or from a mailbox. 500: an error here, so that it is sent again. */
export async function POST(request: Request): Promise<Response> {
  try {
    const secret = getSettings().MAIL_EVENTS_SECRET;
    return await answerMailEvents(request, { db: getDatabase(), secret, confirm, now: () => new Date() });
  } catch (error) {
    log.error({ err: error }, "events of mails could not be recorded");
    return Response.json({ error: "Try again later." }, { status: 500 });
  }
}

async function confirm(url: string): Promise<void> {
  const { ok, status } = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!ok) throw new Error(`Amazon SNS answered ${status} when we confirmed the subscription.`);
}
