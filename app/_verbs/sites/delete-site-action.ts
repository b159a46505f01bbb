"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { recordActivity } from "#prisma/queries/people/record-activity.ts";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { deleteSite } from "#prisma/queries/sites/delete-site.ts";
import { findSite } from "#prisma/queries/sites/find-site.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({ siteId: z.uuid(), confirmation: z.string().trim() });

/** Deletes a Site, which the operator can restore for a time, after its name was typed as confirmation. */
export async function deleteSiteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("sites.delete");
    const { siteId, confirmation } = readInput(inputSchema, formFields(form));
    const site = await findSite(getDatabase(), { teamId, siteId });
    if (site && confirmation !== site.name.trim())
      return { fields: { confirmation: `Type the name exactly like this: ${site.name}` }, values: { confirmation } };
    const source = await currentSource();
    await getDatabase().$transaction(async (tx) => {
      const now = new Date();
      await deleteSite(tx, { teamId, siteId, now });
      const detail = site?.name ?? "";
      const event = { userId, kind: "site_deleted", detail, now } as const;
      await recordSecurityEvent(tx, { ...event, source });
      await recordActivity(tx, { ...event, teamId: teamOf(teamId) });
    });
    revalidatePath("/sites");
    redirect("/sites");
  });
}
