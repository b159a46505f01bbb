import { z } from "zod";

const LONGEST = 60;

/** The name of a Team, in one line. Mails to people who are invited show it. */
export const teamNameSchema = z
  .string()
  .transform((name) => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim())
  .pipe(z.string().min(1, "Enter a name for the team.").max(LONGEST, `Use at most ${LONGEST} characters.`));
