/**
 * Endpoints below /api/auth that answer. All others of Better Auth and its plugins answer 404, so that an update opens nothing
 * by itself. An endpoint that takes a password, code or token needs a limit: see attempt-limits.ts.
 */
export const ALLOWED_ENDPOINTS: readonly string[] = [
  // Send the mail with the sign-up link. Limited by address and source.
  "POST /sign-up/start",
  // Create the account with that link and a password. Limited by source.
  "POST /sign-up/finish",
  // Create the account of an invited address with the invitation's link and a password. Limited by source.
  "POST /sign-up/join",
  // Sign in with a password. Limited by address, source and device.
  "POST /sign-in/email",
  // Submit the code of the second step. Limited by user and source.
  "POST /two-factor/verify",
  // End the session of this browser.
  "POST /sign-out",
  // Return the signed-in user; null for a visitor.
  "GET /get-session",
  // Send the mail with a reset link. Limited by address and source.
  "POST /request-password-reset",
  // Set a new password with that link. Limited by source.
  "POST /reset-password",
  // Set a new password with the current one. Limited by user.
  "POST /change-password",
];
