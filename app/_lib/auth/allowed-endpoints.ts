/**
 * Every endpoint below /api/auth that answers. All others of Better Auth and its plugins answer 404, so that an update or a plugin opens
 * nothing by itself. An endpoint that takes a password, a code or a token needs a limit: see attempt-limits.ts.
 */
export const ALLOWED_ENDPOINTS: readonly string[] = [
  // Ask for the mail that makes an account. Limited by address and source.
  "POST /sign-up/start",
  // Make the account with the link of that mail and a password. Limited by source.
  "POST /sign-up/finish",
  // Sign in with a password. Limited by address, source and device.
  "POST /sign-in/email",
  // Give the code of the second step. Limited by user and source.
  "POST /two-factor/verify",
  // End the session of this browser.
  "POST /sign-out",
  // Who is signed in; null for a visitor.
  "GET /get-session",
  // Ask for the mail with a link to choose a new password. Limited by address and source.
  "POST /request-password-reset",
  // Set a new password with that link. Limited by source.
  "POST /reset-password",
  // Set a new password with the present one. Limited by user.
  "POST /change-password",
];
