"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireEditor } from "#app/_lib/session/require-editor.ts";
import { changeIgnoredLinks } from "#prisma/queries/sites/change-ignored-links.ts";
import { DomainError } from "#worker/core/errors.ts";
import { hostLine } from "#worker/core/url/ignored-links.ts";

const inputSchema = z.object({ siteId: z.uuid(), target: z.url().max(2_500), ignored: z.boolean() });

/** Ignores all links to a target's host from now on, or stops ignoring them. */
export async function ignoreHostAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireEditor();
    const { siteId, target, ignored } = readInput(inputSchema, input);
    const line = hostLine(target);
    if (line === null) throw new DomainError("invalid-input", "This link does not lead to a website.");
    const change = (lines: string[]) => [...lines.filter((each) => each !== line), ...(ignored ? [line] : [])];
    await changeIgnoredLinks(getDatabase(), { teamId, siteId, userId, now: new Date(), change });
    revalidatePath(`/sites/${siteId}`, "layout");
    return undefined;
  });
}
