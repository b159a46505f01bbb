"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { readInput } from "#app/_lib/read-input.ts";
import { requireEditor } from "#app/_lib/require-editor.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";
import { resumeSite } from "#prisma/queries/resume-site.ts";
import { nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";

const inputSchema = z.object({ siteId: z.uuid() });

/** Lets a Site's daily checks go on, if the plan has room. */
export async function resumeSiteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId } = await requireEditor();
    const { siteId } = readInput(inputSchema, formFields(form));
    await resumeSite(getDatabase(), { teamId, siteId, nextCrawlAt: (site) => nextCrawlAt(site, new Date()) });
    revalidatePath(`/sites/${siteId}`, "layout");
    return { done: "Resumed. We crawl the site every day again." };
  });
}
