import type { Mailer } from "#emails/mailer.ts";
import { renderDelivery } from "#emails/render-delivery.tsx";
import type { Database } from "#prisma/client.ts";
import { type ClaimedDelivery, claimDelivery } from "#prisma/queries/claim-delivery.ts";
import { keepInMailbox, markRefused, markSent, putOff } from "#prisma/queries/settle-delivery.ts";
import { nextAttemptAt } from "#worker/core/schedule/next-attempt.ts";
import type { Log } from "#worker/log.ts";

/** `mailer` null: there is no mail server, and messages are kept for the Mailbox page. */
export type DeliverDependencies = { db: Database; mailer: Mailer | null; appUrl: string; from: string; log: Log };

/**
 * Sends one Delivery, if it is due. A server that is down or busy puts it off; one that refuses the recipient for good ends it. Its Message-ID
 * never changes, so that a message which the server took just before this worker died is recognised when it comes again.
 */
export async function deliver(dependencies: DeliverDependencies, deliveryId: string): Promise<void> {
  const { db, log } = dependencies;
  const delivery = await claimDelivery(db, deliveryId, new Date());
  if (!delivery) return;
  const told = { deliveryId, kind: delivery.kind, attempt: delivery.attempts };
  try {
    const outcome = await send(dependencies, delivery);
    log.info({ ...told, outcome }, "delivery attempted");
  } catch (error) {
    log.error({ ...told, err: error }, "delivery broke off: it is tried again");
    await tryLater(dependencies, delivery, "The message could not be made or sent.");
  }
}

async function send(
  dependencies: DeliverDependencies,
  delivery: ClaimedDelivery,
): Promise<"sent" | "kept" | "refused" | "later"> {
  const { db, mailer, appUrl, from } = dependencies;
  const mail = await renderDelivery(delivery.kind, delivery.payload, { appUrl });
  if (!mailer) {
    await keepInMailbox(db, delivery, { ...mail, from, email: delivery.email }, new Date());
    return "kept";
  }
  const messageId = `<${delivery.id}@${new URL(appUrl).hostname}>`;
  const result = await mailer.send({ ...mail, to: delivery.email, messageId });
  switch (result.outcome) {
    case "sent":
      await markSent(db, delivery, new Date());
      return "sent";
    case "refused":
      await markRefused(db, delivery, result.reason);
      return "refused";
    case "later":
      return await tryLater(dependencies, delivery, result.reason);
  }
}

async function tryLater({ db }: DeliverDependencies, delivery: ClaimedDelivery, reason: string): Promise<"later" | "refused"> {
  const { attempts, createdAt } = delivery;
  const again = nextAttemptAt({ attempts, writtenAt: createdAt }, new Date());
  if (again) await putOff(db, delivery, reason, again);
  else await markRefused(db, delivery, reason);
  return again ? "later" : "refused";
}
