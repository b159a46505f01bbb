"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { runCall } from "#app/_lib/forms/run-call.ts";
import { requireOwner } from "#app/_lib/session/require-owner.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { removeApiToken } from "#prisma/queries/api/api-tokens.ts";

const inputSchema = z.object({ tokenId: z.uuid() });

/** Deletes a token of the API. */
export async function removeApiTokenAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runCall(async () => {
    const member = await requireMember();
    requireOwner(member, "delete tokens");
    const { tokenId } = readInput(inputSchema, input);
    await removeApiToken(getDatabase(), { teamId: member.teamId, tokenId });
    revalidatePath("/api-access");
    return { done: "Deleted. The token is refused from now on." };
  });
}
