"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { DomainError } from "#worker/core/errors.ts";

const inputSchema = z.object({ siteId: z.uuid() });

/** Queues a Crawl of a Site now. Refuses while one is queued or running. */
export async function crawlNowAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("crawls.run");
    const { siteId } = readInput(inputSchema, input);
    const { isNew } = await requestCrawl({ db: getDatabase(), queue: await getQueue(), now: new Date() }, { teamId, siteId });
    revalidatePath(`/sites/${siteId}`, "layout");
    if (!isNew)
      throw new DomainError("conflict", "A crawl of this site is already under way. Stop it first, or wait for its end.");
    await noteActivity({ teamId, userId }, { kind: "crawl_started", siteId });
    return { done: "The crawl starts in a moment." };
  });
}
