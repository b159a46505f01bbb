"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { resumeSite } from "#prisma/queries/sites/resume-site.ts";
import { nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";

const inputSchema = z.object({ siteId: z.uuid() });

/** Resumes a Site's daily crawls, if the plan allows another site. */
export async function resumeSiteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const { siteId } = readInput(inputSchema, formFields(form));
    await resumeSite(getDatabase(), { teamId, siteId, nextCrawlAt: (site) => nextCrawlAt(site, new Date()) });
    await noteActivity({ teamId, userId }, { kind: "site_resumed", siteId });
    revalidatePath(`/sites/${siteId}`, "layout");
    return { done: "Resumed. We crawl the site every day again." };
  });
}
