import type { Database } from "#prisma/client.ts";
import { type EventOutcome, recordMailEvent } from "#prisma/queries/suppressions/record-mail-event.ts";
import type { MailEvent } from "#worker/core/mail-events/mail-event.ts";
import { providerEvents } from "#worker/core/mail-events/provider-events.ts";
import { reportMailEvents } from "#worker/core/mail-events/report-mail-events.ts";
import { snsConfirmation } from "#worker/core/mail-events/sns-confirmation.ts";
import { log } from "#worker/log.ts";
import { readBounded } from "../read-bounded.ts";
import { isRightSecret } from "./is-right-secret.ts";

const MOST_BYTES = 2_000_000;

/** `secret` absent: the operator has not set one. `confirm` opens the address by which Amazon SNS begins to send. */
type Dependencies = { db: Database; secret: string | undefined; confirm: (url: string) => Promise<void>; now: () => Date };

/**
 * Answers a mail provider's webhook, or a report of a mail server posted as `message/rfc822`. 200: recorded, now or before, or of no concern.
 * 401: without our secret. 400: of an unknown form. Errors are left to the caller, so that the provider tries again.
 */
export async function answerMailEvents(request: Request, dependencies: Dependencies): Promise<Response> {
  const { db, secret, confirm, now } = dependencies;
  if (!secret) return problem(404, "Set MAIL_EVENTS_SECRET to receive the events of a mail provider.");
  if (!isRightSecret(request, secret))
    return problem(401, "Send MAIL_EVENTS_SECRET as a bearer token or as ?token= in the address.");
  const body = await readBounded(request, MOST_BYTES);
  if (body === null) return problem(413, `Send at most ${MOST_BYTES / 1_000_000} MB at once.`);
  if (/^message\/rfc822\b/i.test(request.headers.get("content-type") ?? "")) {
    const events = reportMailEvents(body);
    return events
      ? record(db, { source: "report", events }, now())
      : ignored("This message is no report about a mail of ours.");
  }
  const json = parseJson(body);
  const question = snsConfirmation(json);
  if (question) {
    if (question.url === null) return problem(400, "The address of this confirmation does not lead to Amazon SNS.");
    await confirm(question.url);
    log.info({}, "confirmed a subscription of Amazon SNS");
    return Response.json({ confirmed: true });
  }
  const known = providerEvents(json);
  if (!known)
    return problem(400, "This is no event of a provider that we know. For a mail, send Content-Type: message/rfc822.");
  return record(db, { source: known.provider, events: known.events }, now());
}

/** Records events one after the other, each in its own transaction: after a fault, those before it are repeats. */
async function record(db: Database, { source, events }: { source: string; events: MailEvent[] }, now: Date): Promise<Response> {
  const outcomes: Record<EventOutcome, number> = { unknown: 0, old: 0, repeat: 0, noted: 0, suppressed: 0 };
  for (const event of events) outcomes[await db.$transaction((tx) => recordMailEvent(tx, event, now))] += 1;
  log.info({ source, ...outcomes }, "recorded events of mails");
  return Response.json(outcomes);
}

function ignored(reason: string): Response {
  return Response.json({ ignored: reason });
}

function problem(status: number, error: string): Response {
  return Response.json({ error }, { status });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Not JSON: it is answered like any unknown form.
    return null;
  }
}
