"use server";

import { isAPIError } from "better-auth/api";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getAuth } from "#app/_lib/auth.ts";
import { callAuth } from "#app/_lib/call-auth.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { readInput } from "#app/_lib/read-input.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";
import { requireMember } from "#app/_lib/session.ts";
import { getStripe } from "#app/_lib/stripe/stripe.ts";
import { countAttempt } from "#prisma/queries/count-attempt.ts";
import { DomainError } from "#worker/core/errors.ts";
import { deleteAccount } from "./delete-account.ts";

const removalSchema = z.object({ password: z.string().min(1, "Enter your password to delete your account.") });
const LIMIT = { kind: "delete-account", max: 10, windowMs: 600_000 };

/** Deletes the account of whoever is signed in and knows its password. */
export async function removeAccountAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireMember();
    const { password } = readInput(removalSchema, formFields(form));
    const db = getDatabase();
    if (!(await countAttempt(db, { ...LIMIT, subject: member.userId, now: new Date() })))
      throw new DomainError("conflict", "Too many attempts in a short time. Wait ten minutes, then try again.");
    if (!(await isPassword(password))) return { fields: { password: "That is not your password. Nothing was deleted." } };
    await deleteAccount({ db, getStripe }, { member });
    await callAuth({ path: "/sign-out", body: {} });
    redirect("/sign-in?note=deleted");
  });
}

async function isPassword(password: string): Promise<boolean> {
  try {
    await getAuth().api.verifyPassword({ body: { password }, headers: await headers() });
    return true;
  } catch (error) {
    if (isAPIError(error)) return false;
    throw error;
  }
}
