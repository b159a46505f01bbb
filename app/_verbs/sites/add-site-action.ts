"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { timeZoneSchema, typedAddressSchema } from "#app/_lib/forms/site-schemas.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { addSite } from "#prisma/queries/sites/add-site.ts";
import { probeAddress } from "#prisma/queue.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { PLANS } from "#worker/core/plans.ts";
import { siteName } from "#worker/core/view/sites/site-name.ts";
import { tooManyAdded } from "#worker/core/view/words/too-many-added.ts";

/** Time for a worker to probe the site over https and http while the person waits. */
const PROBE_MS = 25_000;
/**
 * Each attempt sends requests to a foreign server, and a first Crawl costs more, so adding and deleting in a loop is limited.
 */
const ATTEMPTS = { max: 30, windowMs: 3_600_000 };

const inputSchema = z.object({
  url: typedAddressSchema,
  timeZone: timeZoneSchema.catch("UTC"),
});

/** Adds the typed website if it can be read, and starts its first Crawl. Shows faults at the field. */
export async function addSiteAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const member = await requireRight("sites.add");
    const { url, timeZone } = readInput(inputSchema, typed);
    const attempt = { kind: "add-site", subject: teamOf(member.teamId), ...ATTEMPTS, now: new Date() };
    if (!(await countAttempt(getDatabase(), attempt))) return { fields: { url: tooManyAdded("sites", ATTEMPTS.windowMs) } };
    const queue = await getQueue();
    const probe = await probeAddress(queue, url, { timeoutMs: PROBE_MS });
    if (!probe.ok) return { fields: { url: probe.message } };
    const { siteId } = await addSite(
      { db: getDatabase(), queue, now: new Date() },
      {
        teamId: teamOf(member.teamId),
        email: member.email,
        startUrl: probe.startUrl,
        name: siteName(probe.title, probe.startUrl),
        timeZone,
        pageLimit: PLANS[member.plan].pagesPerSite,
        language: "auto",
      },
    );
    await noteActivity(member, { kind: "site_added", siteId });
    redirect(`/sites/${siteId}`);
  });
  return { ...state, values: typed };
}
