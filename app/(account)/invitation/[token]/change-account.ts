"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { callAuth } from "#app/_lib/auth/call-auth.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";

const inputSchema = z.object({ token: z.string().min(1).max(100) });

/** Signs out, and shows the invitation again for the account that it is for. */
export async function changeAccount(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { token } = readInput(inputSchema, formFields(form));
    await callAuth({ path: "/sign-out", body: {} });
    redirect(`/invitation/${encodeURIComponent(token)}`);
  });
}
