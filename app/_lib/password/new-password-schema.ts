import { z } from "zod";
import { PASSWORD_LENGTH } from "./password-length.ts";

/**
 * A new password, checked for length. Its strength is checked by password/explain-weak-password.ts, which is too large for browsers.
 */
export const newPasswordSchema = z
  .string()
  .min(PASSWORD_LENGTH.min, `Use at least ${PASSWORD_LENGTH.min} characters. A few words in a row make a good password.`)
  .max(PASSWORD_LENGTH.max, `Use at most ${PASSWORD_LENGTH.max} characters.`);
