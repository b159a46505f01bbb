import type { DeliveryKind } from "#prisma/generated/enums.ts";

/** Kinds of mails that somebody waits for: they come before all others, and have a mail server of their own. */
export const AWAITED_KINDS: readonly DeliveryKind[] = [
  "verification",
  "account_exists",
  "reset",
  "recipient_confirmation",
  "invitation",
  "security_notice",
];

/** Returns true if somebody waits for mails of this kind. */
export function isAwaited(kind: DeliveryKind): boolean {
  return AWAITED_KINDS.includes(kind);
}
