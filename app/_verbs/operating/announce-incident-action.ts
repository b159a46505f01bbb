"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { InputError, readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { acting } from "#app/_lib/operating/acting.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { announceIncident } from "#prisma/queries/operating/incidents.ts";

const WRONG_TIME = "Enter a date and a time, in UTC.";

/** A time as a browser's field sends it, without a zone; empty: none. */
const utcTime = z
  .union([z.literal(""), z.iso.datetime({ local: true, error: WRONG_TIME })])
  .default("")
  .transform((typed) => (typed === "" ? null : new Date(`${typed}Z`)));

const inputSchema = z.object({
  text: z.string().trim().min(10, "Write what customers notice, in a sentence.").max(1_000, "Use at most 1,000 characters."),
  startsAt: utcTime,
  endsAt: utcTime,
});

/** Announces an incident, or planned work, on the status page. */
export async function announceIncidentAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const operator = await requireOperator("operator.announce");
    const { text, startsAt, endsAt } = readInput(inputSchema, typed);
    const now = new Date();
    const from = startsAt ?? now;
    if (endsAt && endsAt <= from) throw new InputError({ endsAt: "The end must be after the beginning." });
    await announceIncident(getDatabase(), { ...acting(operator), text, startsAt: from, endsAt });
    revalidatePath("/operator", "layout");
    return { done: "Announced. The status page shows it within a minute." };
  });
  return state.done ? state : { ...state, values: typed };
}
