import { brevoEvents } from "./brevo-events.ts";
import type { MailEvent } from "./mail-event.ts";
import { mailgunEvents } from "./mailgun-events.ts";
import { postmarkEvents } from "./postmark-events.ts";
import { sendgridEvents } from "./sendgrid-events.ts";
import { sesEvents } from "./ses-events.ts";

/** Readers of the providers' webhooks. Each returns null for what is another's. */
const PROVIDERS: Readonly<Record<string, (body: unknown) => MailEvent[] | null>> = {
  postmark: postmarkEvents,
  ses: sesEvents,
  mailgun: mailgunEvents,
  sendgrid: sendgridEvents,
  brevo: brevoEvents,
};

/** Recognises the provider by the shape of its webhook and returns the events that concern us; null for an unknown shape. */
export function providerEvents(body: unknown): { provider: string; events: MailEvent[] } | null {
  for (const [provider, read] of Object.entries(PROVIDERS)) {
    const events = read(body);
    if (events) return { provider, events };
  }
  return null;
}
