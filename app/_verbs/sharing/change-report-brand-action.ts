"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { InputError, readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeReportBrand } from "#prisma/queries/report-brand/change-report-brand.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { imageSize } from "#worker/core/report/outside/image-size.ts";
import { LARGEST_LOGO, MOST_LOGO_PIXELS, TOO_LARGE_LOGO } from "#worker/core/report/outside/logo-limits.ts";

const LONGEST_NAME = 80;
const inputSchema = z.object({
  name: z.string().trim().max(LONGEST_NAME, `Use at most ${LONGEST_NAME} characters.`),
  removeLogo: z.literal("on").optional(),
});

type Logo = { bytes: Uint8Array<ArrayBuffer>; type: string };

/** Changes the name and logo that the Team shows on its reports. */
export async function changeReportBrandAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId } = await requireRight("brand.change");
    const { name, removeLogo } = readInput(inputSchema, typed);
    const read = await readLogo(form.get("logo"));
    if (read && "fault" in read) throw new InputError({ logo: read.fault });
    if (name === "" && read) throw new InputError({ name: "Write the name that belongs to the logo." });
    const logo = read ?? (removeLogo === undefined ? undefined : null);
    await changeReportBrand(getDatabase(), { teamId: teamOf(teamId), name, ...(logo === undefined ? {} : { logo }) });
    await noteActivity({ teamId, userId }, { kind: "brand_changed" });
    revalidatePath("/(dashboard)", "layout");
    return { done: name === "" ? "Saved. Reports show our name." : "Saved. Reports show this from now on." };
  });
  return state.done ? state : { ...state, values: typed };
}

/** Returns the uploaded logo; null if none was chosen. */
async function readLogo(file: FormDataEntryValue | null): Promise<Logo | { fault: string } | null> {
  if (!(file instanceof File) || file.size === 0) return null;
  if (file.size > LARGEST_LOGO) return { fault: TOO_LARGE_LOGO };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const size = imageSize(bytes);
  if (!size) return { fault: "This file is not a picture in PNG, JPEG or WebP. Save the logo in one of these formats." };
  if (Math.max(size.width, size.height) > MOST_LOGO_PIXELS)
    return {
      fault: `This picture has ${size.width} × ${size.height} pixels. Use at most ${MOST_LOGO_PIXELS} in each direction.`,
    };
  return { bytes, type: size.type };
}
