import { Secret, TOTP } from "otpauth";

/** Parameters that every authenticator app assumes: six digits, SHA-1, 30-second steps (RFC 6238). */
const SHAPE = { algorithm: "SHA1", digits: 6, period: 30 };
/** Accepted steps before and after the current one, because clocks differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;

/** Creates a new secret in base32, as apps expect it. */
export function makeTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** Returns the URI for the QR code, with issuer, account and secret. */
export function totpUri(secret: string, account: string): string {
  return new TOTP({ ...SHAPE, issuer: "Flawless", label: account, secret: Secret.fromBase32(secret) }).toString();
}

/** Returns the 30-second step of a code, if it is valid now; null for a wrong code. */
export function matchStep(secret: string, code: string, now: Date): number | null {
  const totp = new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret) });
  const timestamp = now.getTime();
  const distance = totp.validate({ token: code, timestamp, window: WINDOW });
  return distance === null ? null : totp.counter({ timestamp }) + distance;
}
