import type { SecurityEventKind } from "#prisma/queries/security/record-security-event.ts";

type Words = {
  what: string;
  /** True if the reader should look closely. */
  alarming?: true;
};

/** Names of the events on the security log's page. */
export const EVENT_WORDS: Record<SecurityEventKind, Words> = {
  signed_in: { what: "Signed in" },
  sign_in_failed: { what: "Wrong password at sign-in", alarming: true },
  sign_in_limited: { what: "Refused after too many attempts", alarming: true },
  code_refused: { what: "Right password, wrong code at sign-in", alarming: true },
  password_refused: { what: "Wrong password entered while signed in", alarming: true },
  signed_out: { what: "Signed out" },
  session_ended: { what: "Another browser was signed out" },
  sessions_ended: { what: "Signed out everywhere else" },
  address_verified: { what: "E-mail address verified" },
  password_changed: { what: "Password changed" },
  reset_requested: { what: "Link for a new password requested" },
  password_reset: { what: "New password set by a link from a mail" },
  two_factor_on: { what: "Two-factor sign-in turned on" },
  two_factor_off: { what: "Two-factor sign-in turned off", alarming: true },
  recovery_code_used: { what: "Signed in with a recovery code" },
  recovery_codes_renewed: { what: "New recovery codes made" },
  access_refused: { what: "Refused: not allowed", alarming: true },
  site_sign_in_kept: { what: "Sign-in of a site saved" },
  site_sign_in_removed: { what: "Sign-in of a site removed" },
  recipient_added: { what: "Recipient added" },
  plan_changed: { what: "Plan changed" },
  site_deleted: { what: "Site deleted" },
  account_deleted: { what: "Account deleted" },
};
