import { z } from "zod";

/** The field in which a signed-in user enters the password again. */
export const ownPasswordSchema = z.object({
  password: z.string().min(1, "Enter your password.").max(1000, "That is not your password."),
});
