import { z } from "zod";
import { PASSWORD_LENGTH } from "./password-length.ts";

/** A password that someone chooses, by its length; how easily it is guessed is judged by auth/weak-password.ts, too large for browsers. */
export const newPasswordSchema = z
  .string()
  .min(PASSWORD_LENGTH.min, `Use at least ${PASSWORD_LENGTH.min} characters. A few words in a row make a good password.`)
  .max(PASSWORD_LENGTH.max, `Use at most ${PASSWORD_LENGTH.max} characters.`);
