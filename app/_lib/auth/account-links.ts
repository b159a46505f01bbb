import { createHash } from "node:crypto";
import { sealLink } from "#prisma/sealed-link.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { makeToken } from "#prisma/secret-token.ts";
import type { AccountDependencies } from "./account-dependencies.ts";

/** Repeated clicks within this time send one mail; its link stays valid. */
const MAIL_PAUSE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** `trial`: secret of a trial whose result the account keeps. */
type MailedPage = { path: string; hours: number; trial?: string | undefined };

/**
 * Returns the data for a mail with a new link. The link leads to a page of ours, so that a mail scanner that opens it does not
 * use it up.
 */
export function makeMailedLink({ settings, now }: AccountDependencies, email: string, page: MailedPage) {
  const token = makeToken();
  const url = new URL(page.path, settings.APP_URL);
  url.searchParams.set("token", token);
  if (page.trial !== undefined) url.searchParams.set("try", page.trial);
  const moment = Math.floor(now().getTime() / MAIL_PAUSE_MS);
  const address = createHash("sha256").update(email).digest("base64url");
  return {
    email,
    token,
    url: sealLink(deriveSecretKeys(settings), email, url.href),
    expiresAt: new Date(now().getTime() + page.hours * HOUR_MS),
    dedupeKey: `${page.path}:${address}:${moment}`,
  };
}
