"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { typedAddressSchema } from "#app/_lib/forms/site-schemas.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { visitorKey } from "#app/_lib/trial/visitor-key.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { reuseTrial } from "#prisma/queries/trials/reuse-trial.ts";
import { startTrial } from "#prisma/queries/trials/start-trial.ts";
import { probeAddress } from "#prisma/queue.ts";
import { DomainError } from "#worker/core/errors.ts";
import { TRIES_PER_VISITOR } from "#worker/core/trial/trial-limits.ts";
import { parseSiteAddress } from "#worker/core/url/site-address.ts";
import { siteName } from "#worker/core/view/sites/site-name.ts";

/** Time for a worker to probe the site over https and http while the visitor waits. */
const PROBE_MS = 25_000;
const HOUR_MS = 3_600_000;

const TOO_MANY = `You have tried ${TRIES_PER_VISITOR} websites in an hour, which is the limit without an account. Create a free account, or try again in an hour.`;
const TOO_BUSY = "Many people are trying websites at the moment. Create a free account, or try again in an hour.";

/** Reads a few pages of the typed website for a visitor without an account, and shows the result. Shows faults at the field. */
export async function trySiteAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { url } = readInput(z.object({ url: typedAddressSchema }), typed);
    const started = await startTry(url);
    if ("refusal" in started) return { fields: { url: started.refusal } };
    redirect(`/try/${started.token}`);
  });
  return { ...state, values: typed };
}

async function startTry(typed: string): Promise<{ token: string } | { refusal: string }> {
  const db = getDatabase();
  const now = new Date();
  const parsed = readAddress(typed);
  if ("refusal" in parsed) return parsed;
  const { address } = parsed;
  const visitor = await visitorKey();
  const hourly = { windowMs: HOUR_MS, now };
  if (!(await countAttempt(db, { kind: "trial-visitor", subject: visitor, max: TRIES_PER_VISITOR, ...hourly })))
    return { refusal: TOO_MANY };
  const known = await reuseTrial(db, { address, visitor, now });
  if (known) return known;
  if (!(await countAttempt(db, { kind: "trial", subject: "all", max: getSettings().TRIALS_PER_HOUR, ...hourly })))
    return { refusal: TOO_BUSY };
  const queue = await getQueue();
  const probe = await probeAddress(queue, typed, { timeoutMs: PROBE_MS });
  if (!probe.ok) return { refusal: probe.message };
  const { startUrl, title } = probe;
  return startTrial({ db, queue, now: new Date() }, { address, visitor, startUrl, name: siteName(title, startUrl) });
}

/** Normalizes the typed address. What cannot be one is refused before it counts as a try. */
function readAddress(typed: string): { address: string } | { refusal: string } {
  try {
    return { address: parseSiteAddress(typed) };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error.message };
    throw error;
  }
}
