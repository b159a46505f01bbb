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
import { requestReportFile } from "#prisma/queries/report-files/request-report-file.ts";

const inputSchema = z.object({ siteId: z.uuid() });

/** Has the report of a Site drawn as PDF. A viewer may, too: it shows what they see. */
export async function makeReportFileAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("sites.see");
    const { siteId } = readInput(inputSchema, formFields(form));
    await requestReportFile({ db: getDatabase(), queue: await getQueue(), now: new Date() }, { teamId, siteId });
    await noteActivity({ teamId, userId }, { kind: "report_made", siteId });
    revalidatePath(`/sites/${siteId}/share`);
    return {};
  });
}
