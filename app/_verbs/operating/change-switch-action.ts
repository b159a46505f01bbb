"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { acting } from "#app/_lib/operating/acting.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { changeSwitch } from "#prisma/queries/operating/change-switch.ts";
import { FEATURE_NAMES, SWITCH_NAMES } from "#worker/core/operating/switches.ts";

const inputSchema = z.object({
  name: z.enum([...SWITCH_NAMES, ...FEATURE_NAMES]),
  to: z.enum(["on", "off"]),
  reason: z.string().trim().max(180, "Use at most 180 characters.").default(""),
});

/** Switches a part of the service, or a feature, on or off for everyone. */
export async function changeSwitchAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const operator = await requireOperator("operator.switch");
    const { name, to, reason } = readInput(inputSchema, formFields(form));
    await changeSwitch(getDatabase(), { ...acting(operator), name, isOn: to === "on", reason });
    revalidatePath("/operator", "layout");
    return { done: to === "on" ? "Switched on, in all processes." : "Switched off, in all processes." };
  });
}
