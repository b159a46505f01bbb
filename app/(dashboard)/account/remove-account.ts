"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { checkOwnPassword } from "#app/_lib/auth/check-own-password.ts";
import { callAuth } from "#app/_lib/call-auth.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { readInput } from "#app/_lib/read-input.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";
import { requireMember } from "#app/_lib/session.ts";
import { getStripe } from "#app/_lib/stripe/stripe.ts";
import { deleteAccount } from "#app/_verbs/delete-account.ts";
import { DomainError } from "#worker/core/errors.ts";

const removalSchema = z.object({ password: z.string().min(1, "Enter your password to delete your account.") });

/** Deletes the account of whoever is signed in and knows its password. */
export async function removeAccount(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireMember();
    const { password } = readInput(removalSchema, formFields(form));
    const db = getDatabase();
    const outcome = await checkOwnPassword({ db, now: () => new Date() }, member.userId, password);
    if (outcome === "too-many")
      throw new DomainError("conflict", "Too many attempts in a short time. Wait ten minutes, then try again.");
    if (outcome === "wrong") return { fields: { password: "That is not your password. Nothing was deleted." } };
    await deleteAccount({ db, getStripe }, { member });
    await callAuth({ path: "/sign-out", body: {} });
    redirect("/sign-in?note=deleted");
  });
}
