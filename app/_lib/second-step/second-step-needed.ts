import { APIError } from "better-auth/api";

/** The code of the answer to a right password where a code from the app is asked for, too. */
export const SECOND_STEP_NEEDED = "SECOND_STEP_NEEDED";

/** Refuses a session until the code is given. `token` is for a cookie and is not part of the answer. */
export class SecondStepNeeded extends APIError {
  readonly token: string;

  constructor(token: string) {
    super("FORBIDDEN", { code: SECOND_STEP_NEEDED, message: "Enter the code from your authenticator app." });
    this.token = token;
  }
}
