"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { crawlSettingsSchema } from "#app/_lib/forms/site-settings-schema.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeCrawlSettings } from "#prisma/queries/sites/change-crawl-settings.ts";
import { nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";

const inputSchema = crawlSettingsSchema.extend({ siteId: z.uuid() });

/** Changes when a Site is crawled and which pages are read; invalid input stays in the form. */
export async function changeCrawlSettingsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const { siteId, ...settings } = readInput(inputSchema, typed);
    const clock = { timeZone: settings.timeZone, crawlHour: settings.crawlHour };
    const due = (crawlMinute: number) => nextCrawlAt({ ...clock, crawlMinute }, new Date());
    await changeCrawlSettings(getDatabase(), { teamId, siteId, ...settings, nextCrawlAt: due });
    await noteActivity({ teamId, userId }, { kind: "site_changed", siteId, detail: "crawling" });
    revalidatePath(`/sites/${siteId}`, "layout");
    return { done: "Saved. We use this from the next crawl on." };
  });
  return { ...state, values: typed };
}
