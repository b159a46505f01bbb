"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { findSiteVerification } from "#prisma/queries/sites/find-site-verification.ts";
import { verifySite } from "#prisma/queue.ts";
import { DomainError } from "#worker/core/errors.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/** Time for a worker to query the site and its domain while the person waits. */
const VERIFY_MS = 25_000;
/** Each attempt sends requests to a foreign server. */
const ATTEMPTS = { max: 60, windowMs: 3_600_000 };

const inputSchema = z.object({ siteId: z.uuid() });

/** Verifies now that a Site belongs to its Team, or says what each method lacks. */
export async function verifySiteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const { siteId } = readInput(inputSchema, formFields(form));
    if (!(await findSiteVerification(getDatabase(), { teamId, siteId })))
      throw new DomainError("not-found", "This site is no longer in your list.");
    if (!(await countAttempt(getDatabase(), { kind: "seek-proof", subject: teamOf(teamId), ...ATTEMPTS, now: new Date() })))
      throw new DomainError("unavailable", "You asked us to verify sites many times in a short time. Try again in 1 hour.");
    const result = await verifySite(await getQueue(), siteId, { timeoutMs: VERIFY_MS });
    switch (result.outcome) {
      case "proven":
        await noteActivity({ teamId, userId }, { kind: "site_verified", siteId });
        revalidatePath(`/sites/${siteId}`, "layout");
        return { done: "You have verified this site. The next crawl reads as many pages as your plan allows." };
      case "missing":
        return { fields: result.missing };
      case "unavailable":
        return { error: "We could not check the site now. Try again in a minute." };
    }
  });
}
