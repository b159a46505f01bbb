import "server-only";
import { notFound } from "next/navigation";
import { getSettings } from "#app/_lib/settings.ts";

/** The Mailbox is there only while no SMTP server is configured; else the page "not found". */
export function requireMailbox(): void {
  if (getSettings().SMTP_URL) notFound();
}
