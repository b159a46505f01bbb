import { z } from "zod";

/** An e-mail address as people type it; stored and compared in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Enter your e-mail address.")
  .max(254, "This e-mail address is too long.")
  .pipe(z.email("This is not an e-mail address. Enter one like name@example.com."));
