"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getSecretKeys } from "#app/_lib/secret-keys.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { saveSignIn } from "#prisma/queries/sites/site-sign-in.ts";
import { joinCookies } from "#worker/core/sign-in/parse-sign-in.ts";
import { siteSignInSchema } from "#worker/core/sign-in/site-sign-in.ts";

const siteSchema = z.object({ siteId: z.uuid() });

/** Saves the sign-in for a Site's protected pages. Returns nothing typed to the form except the kind. */
export async function saveSignInAction(_previous: FormState, form: FormData): Promise<FormState> {
  const { siteId, ...typed } = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const site = readInput(siteSchema, { siteId });
    const signIn = readInput(siteSignInSchema, fieldsOf(typed));
    const event = { userId, kind: "site_sign_in_kept", source: await currentSource(), now: new Date() } as const;
    await getDatabase().$transaction(async (tx) => {
      const detail = await saveSignIn({ db: tx, keys: getSecretKeys(), now: event.now }, { ...site, teamId, signIn });
      await recordSecurityEvent(tx, { ...event, detail });
    });
    await noteActivity({ teamId, userId }, { kind: "site_changed", siteId: site.siteId, detail: "sign-in" });
    revalidatePath(`/sites/${site.siteId}`, "layout");
    return { done: "Saved. We use it from the next crawl on. To try it, choose “Crawl now”." };
  });
  return { ...state, values: { kind: typed.kind ?? "" } };
}

/** Returns the fields of the chosen kind. */
function fieldsOf({ kind, user, password, name, value, cookies }: Record<string, string>) {
  if (kind === "password") return { kind, user, password };
  if (kind === "header") return { kind, name: name?.trim(), value: value?.trim() };
  return { kind, cookies: joinCookies(cookies ?? "") };
}
