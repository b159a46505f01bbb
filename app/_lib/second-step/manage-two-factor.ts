import type { Database, Transaction } from "#prisma/client.ts";
import { type EventSource, recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { endOtherSessions } from "#prisma/queries/security/sessions.ts";
import {
  beginFactor,
  confirmFactor,
  findPendingFactor,
  removeFactor,
  replaceRecoveryCodes,
} from "#prisma/queries/security/two-factor.ts";
import { writeSecurityNotice } from "#prisma/queries/security/write-security-notice.ts";
import type { Queue } from "#prisma/queue.ts";
import { openSecret, type SecretKeys, sealSecret } from "#prisma/sealed-secret.ts";
import { DomainError } from "#worker/core/errors.ts";
import { factorOwner } from "./factor-owner.ts";
import { hashRecoveryCode, makeRecoveryCodes } from "./recovery-code.ts";
import { makeTotpSecret, matchStep } from "./totp.ts";

type Dependencies = { db: Database; keys: SecretKeys; now: Date };
type InSession = { userId: string; sessionId: string };
type Wanted = { userId: string; source: EventSource };

/** Time within which the first code must follow. */
const PENDING_MS = 15 * 60_000;

/**
 * Starts two-factor sign-in with a new secret. The caller has checked the password. @throws DomainError `conflict` if it is on.
 */
export async function beginTwoFactor({ db, keys, now }: Dependencies, { userId, sessionId }: InSession): Promise<void> {
  const secret = sealSecret(keys, factorOwner(userId), makeTotpSecret());
  if (!(await beginFactor(db, { userId, sessionId, secret, now })))
    throw new DomainError("conflict", "Two-factor sign-in is on already. Reload the page to see it.");
}

/** Returns the secret that this session created and that waits for its first code; null if there is none. */
export async function findPendingSecret(
  { db, keys, now }: Dependencies,
  { userId, sessionId }: InSession,
): Promise<string | null> {
  const pending = await findPendingFactor(db, { userId, sessionId, after: new Date(now.getTime() - PENDING_MS) });
  return pending && openSecret(keys, factorOwner(userId), pending);
}

/**
 * Turns two-factor sign-in on after the app's first code, and ends every other session. Returns the recovery codes, or null for
 * a wrong code. @throws DomainError `conflict` if this session started nothing, or too long ago.
 */
export async function confirmTwoFactor(
  { db, keys, now }: Dependencies,
  { userId, sessionId, code, source }: InSession & Wanted & { code: string },
): Promise<string[] | null> {
  const over = new DomainError("conflict", "This took longer than 15 minutes, or was begun in another browser. Begin again.");
  const pending = await findPendingFactor(db, { userId, sessionId, after: new Date(now.getTime() - PENDING_MS) });
  const secret = pending && openSecret(keys, factorOwner(userId), pending);
  if (!pending || !secret) throw over;
  const step = matchStep(secret, code.replace(/\s/g, ""), now);
  if (step === null) return null;
  return db.$transaction(async (tx) => {
    if (!(await confirmFactor(tx, { userId, sealed: pending.sealed, step, now }))) throw over;
    await endOtherSessions(tx, { userId, keptId: sessionId });
    await recordSecurityEvent(tx, { userId, kind: "two_factor_on", source, now });
    return makeCodes(tx, userId);
  });
}

/**
 * Replaces the recovery codes and returns the new ones. The caller has checked the password. @throws DomainError `conflict` if
 * it is off.
 */
export async function renewRecoveryCodes(
  { db, now }: Pick<Dependencies, "db" | "now">,
  { userId, source }: Wanted,
): Promise<string[]> {
  return db.$transaction(async (tx) => {
    if ((await tx.twoFactor.count({ where: { userId, confirmedAt: { not: null } } })) === 0) throw isOff();
    await recordSecurityEvent(tx, { userId, kind: "recovery_codes_renewed", source, now });
    return makeCodes(tx, userId);
  });
}

/**
 * Turns two-factor sign-in off and notifies the user by mail. The caller has checked the password. @throws DomainError
 * `conflict` if it is off.
 */
export async function turnOffTwoFactor(
  { db, queue, now }: Pick<Dependencies, "db" | "now"> & { queue: Queue },
  { userId, source }: Wanted,
): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await removeFactor(tx, userId))) throw isOff();
    await recordSecurityEvent(tx, { userId, kind: "two_factor_off", source, now });
    await writeSecurityNotice(tx, queue, { userId, notice: "two_factor_off", source, now });
  });
}

async function makeCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = makeRecoveryCodes();
  await replaceRecoveryCodes(tx, { userId, hashes: codes.flatMap((code) => hashRecoveryCode(code) ?? []) });
  return codes;
}

function isOff(): DomainError {
  return new DomainError("conflict", "Two-factor sign-in is off already. Reload the page to see it.");
}
