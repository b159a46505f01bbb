import "server-only";
import { notFound } from "next/navigation";
import { getSettings } from "#app/_lib/settings.ts";

/** Shows the page "not found" if an SMTP server is configured; the Mailbox exists only without one. */
export function requireMailbox(): void {
  if (getSettings().SMTP_URL) notFound();
}
