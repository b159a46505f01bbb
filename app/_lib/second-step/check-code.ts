import type { Transaction } from "#prisma/client.ts";
import { findFactorSecret, resealFactor, spendRecoveryCode, spendStep } from "#prisma/queries/security/spend-code.ts";
import { openSecret, type SecretKeys, sealSecret } from "#prisma/sealed-secret.ts";
import { factorOwner } from "./factor-owner.ts";
import { hashRecoveryCode } from "./recovery-code.ts";
import { matchStep } from "./totp.ts";

export type CodeOutcome = "app" | "recovery" | "wrong";

type Wanted = { userId: string; code: string; now: Date };

/**
 * Checks and uses up a code from the user's app, or one of the recovery codes. Reseals a secret sealed with an older key. If no
 * key opens the secret, recovery codes still work.
 */
export async function checkCode(tx: Transaction, keys: SecretKeys, { userId, code, now }: Wanted): Promise<CodeOutcome> {
  const digits = code.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) {
    const sealed = await findFactorSecret(tx, userId);
    const secret = sealed && openSecret(keys, factorOwner(userId), sealed);
    const step = secret ? matchStep(secret, digits, now) : null;
    if (!sealed || !secret || step === null || !(await spendStep(tx, { userId, step }))) return "wrong";
    if (sealed.keyId !== keys[0]?.id) await resealFactor(tx, { userId, secret: sealSecret(keys, factorOwner(userId), secret) });
    return "app";
  }
  const hash = hashRecoveryCode(code);
  return hash !== null && (await spendRecoveryCode(tx, { userId, hash })) ? "recovery" : "wrong";
}
