import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { RuleTrial } from "#prisma/queries/style/find-rule-matches.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { RefusedLine } from "#worker/core/house-style/parse-rule-list.ts";
import { log } from "#worker/log.ts";
import { InputError } from "./read-input.ts";

/**
 * What a form shows after it was sent: one sentence for the whole form, one for each field, what had been typed (never passwords), and
 * what was done. Empty before.
 */
export type FormState = {
  error?: string;
  fields?: Record<string, string>;
  values?: Record<string, string>;
  done?: string;
  /** New recovery codes, which are shown this once. */
  codes?: string[];
  /** Lines of a pasted list that could not be read. */
  refused?: RefusedLine[];
  /** What new rules would find. */
  trial?: RuleTrial;
};

/**
 * Runs the body of a server action. A DomainError or an InputError becomes a FormState in the user's words; anything
 * else is logged under a number that the user is given. Next's own redirects pass through.
 */
export async function runAction(work: () => Promise<FormState | undefined>): Promise<FormState> {
  try {
    return (await work()) ?? {};
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof DomainError) return { error: error.message };
    if (error instanceof InputError) return { fields: error.fields };
    const reference = randomUUID().slice(0, 8);
    log.error({ err: error, reference }, "an action failed");
    return {
      error: `Something went wrong on our side, and we changed nothing. Try again; if it happens again, send us this code: ${reference}.`,
    };
  }
}
