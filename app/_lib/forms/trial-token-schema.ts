import { z } from "zod";

/** The secret in the address of a trial's result: see prisma/secret-token.ts. */
export const trialTokenSchema = z.string().regex(/^[\w-]{43}$/);
