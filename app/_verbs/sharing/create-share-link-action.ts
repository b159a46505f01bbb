"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { createShareLink } from "#prisma/queries/sharing/create-share-link.ts";
import { isShareDays } from "#worker/core/report/outside/share-days.ts";

const DAY_MS = 86_400_000;
const LONGEST_LABEL = 80;

const label = z.string().trim().max(LONGEST_LABEL, `Use at most ${LONGEST_LABEL} characters.`).default("");
const days = z.coerce.number().refine(isShareDays, "Choose how long the link is valid.");
const inputSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("report"), siteId: z.uuid(), label, days }),
  z.object({ kind: z.literal("badge"), siteId: z.uuid(), label }),
  z.object({ kind: z.literal("feed"), siteId: z.uuid(), label }),
]);

/** Makes a secret address of a Site's report, badge or feed. It is returned once and cannot be read again. */
export async function createShareLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId } = await requireRight("results.share");
    const input = readInput(inputSchema, typed);
    const now = new Date();
    const expiresAt = input.kind === "report" ? new Date(now.getTime() + input.days * DAY_MS) : null;
    const { siteId, kind } = input;
    const { token } = await createShareLink(getDatabase(), { teamId, siteId, kind, label: input.label, expiresAt, now });
    await noteActivity({ teamId, userId }, { kind: "address_shared", siteId, detail: kind });
    revalidatePath(`/sites/${siteId}/share`);
    const path = { report: `/shared/${token}`, badge: `/badge/${token}.svg`, feed: `/feed/${token}` }[kind];
    return { address: new URL(path, getSettings().APP_URL).href, done: "Copy the address now. We cannot show it again." };
  });
  return state.done ? state : { ...state, values: typed };
}
