"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { runCall } from "#app/_lib/forms/run-call.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { removeApiToken } from "#prisma/queries/api/api-tokens.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({ tokenId: z.uuid() });

/** Deletes a token of the API. */
export async function removeApiTokenAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runCall(async () => {
    const member = await requireRight("tokens.change");
    const { tokenId } = readInput(inputSchema, input);
    await removeApiToken(getDatabase(), { teamId: teamOf(member.teamId), tokenId });
    await noteActivity(member, { kind: "token_deleted" });
    revalidatePath("/api-access");
    return { done: "Deleted. The token is refused from now on." };
  });
}
