import { APIError } from "better-auth/api";

/** The error code after a right password when a code from the app is still needed. */
export const SECOND_STEP_NEEDED = "SECOND_STEP_NEEDED";

/** Refuses a session until the code is given. `token` goes into a cookie and is not part of the response. */
export class SecondStepNeeded extends APIError {
  readonly token: string;

  constructor(token: string) {
    super("FORBIDDEN", { code: SECOND_STEP_NEEDED, message: "Enter the code from your authenticator app." });
    this.token = token;
  }
}
