import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { DomainError } from "#worker/core/errors.ts";
import { log } from "#worker/log.ts";

/**
 * What a form shows after it was sent: one sentence for the whole form, one for each field, what had been typed (never passwords), and
 * what was done. Empty before.
 */
export type FormState = {
  error?: string;
  fields?: Record<string, string>;
  values?: Record<string, string>;
  done?: string;
};

/**
 * Runs the body of a server action. A DomainError or input that does not fit its schema becomes a FormState in the user's words; anything
 * else is logged under a number that the user is given. Next's own redirects pass through.
 */
export async function runAction(work: () => Promise<FormState | undefined>): Promise<FormState> {
  try {
    return (await work()) ?? {};
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof DomainError) return { error: error.message };
    if (error instanceof z.ZodError) return { fields: fieldErrors(error) };
    const reference = randomUUID().slice(0, 8);
    log.error({ err: error, reference }, "an action failed");
    return {
      error: `Something went wrong on our side and nothing was changed. Please try again; if it stays, quote ${reference}.`,
    };
  }
}

/** The first sentence for each field, by the field's name. */
function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return fields;
}
