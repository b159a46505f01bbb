import { z } from "zod";

/** The field in which somebody who is signed in gives their password once more. */
export const ownPasswordSchema = z.object({
  password: z.string().min(1, "Enter your password.").max(1000, "That is not your password."),
});
