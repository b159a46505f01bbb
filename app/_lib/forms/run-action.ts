import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { RuleTrial } from "#prisma/queries/style/find-rule-matches.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { RefusedLine } from "#worker/core/house-style/parse-rule-list.ts";
import { log } from "#worker/log.ts";
import { InputError } from "./read-input.ts";

/**
 * State of a form after submission: an error for the whole form, errors per field, the typed values (never passwords), and a
 * success message. Empty at first.
 */
export type FormState = {
  error?: string;
  fields?: Record<string, string>;
  values?: Record<string, string>;
  done?: string;
  /** New recovery codes, shown once. */
  codes?: string[];
  /** Lines of a pasted list that could not be read. */
  refused?: RefusedLine[];
  /** Matches that new rules would find. */
  trial?: RuleTrial;
  /** Id of a decision about issues or words, by which it can be undone. */
  decisionId?: string;
  /** Number of issues that a decision changed. */
  changed?: number;
  /** Id of a new IgnoreRule, by which it can be restored. */
  ignoreRuleId?: string;
  /** The Crawl that was queued, to follow its progress. */
  crawlId?: string;
  /** A new secret address, shown once. */
  address?: string;
  /** The Channel that was added. */
  channelId?: string;
  /** The signing secret of a webhook, shown once. */
  secret?: string;
};

/**
 * Runs the body of a server action. Turns a DomainError or InputError into a FormState; logs any other error under a code that
 * the user sees. Next's redirects pass through.
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
