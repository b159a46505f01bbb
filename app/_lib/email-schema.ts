import { z } from "zod";

/** An e-mail address as people type it; stored and compared in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Enter your e-mail address.")
  .max(254, "That is longer than an e-mail address can be.")
  .pipe(z.email("That does not look like an e-mail address. It should read like name@example.com."));
