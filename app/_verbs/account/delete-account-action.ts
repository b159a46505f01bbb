"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { callAuth } from "#app/_lib/auth/call-auth.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { confirmOwnPassword } from "#app/_lib/session/confirm-own-password.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { getStripe } from "#app/_lib/stripe/stripe.ts";
import { deleteAccount } from "./delete-account.ts";

const removalSchema = z.object({ password: z.string().min(1, "Enter your password to delete your account.") });

/** Deletes the signed-in user's account after checking the password. */
export async function deleteAccountAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireMember("team.belong");
    const { password } = readInput(removalSchema, formFields(form));
    const db = getDatabase();
    if (!(await confirmOwnPassword(member.userId, password)))
      return { fields: { password: "That is not your password. Nothing was deleted." } };
    await deleteAccount({ db, getStripe, now: new Date() }, { member });
    await callAuth({ path: "/sign-out", body: {} });
    redirect("/sign-in?note=deleted");
  });
}
