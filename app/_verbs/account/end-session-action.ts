"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { requireSession } from "#app/_lib/session/session.ts";
import { endSession } from "#prisma/queries/security/end-session.ts";

const inputSchema = z.object({ sessionId: z.string().min(1).max(100) });

/** Signs out another browser of the signed-in user. */
export async function endSessionAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { userId } = await requireSession();
    const { sessionId } = readInput(inputSchema, formFields(form));
    await endSession(getDatabase(), { userId, sessionId, source: await currentSource(), now: new Date() });
    revalidatePath("/account");
    return { done: "Signed out there." };
  });
}
