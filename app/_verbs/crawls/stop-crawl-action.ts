"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { cancelCrawl } from "#prisma/queries/crawls/cancel-crawl.ts";

const inputSchema = z.object({ crawlId: z.uuid() });

/** Stops a Crawl that is queued or running. */
export async function stopCrawlAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("crawls.run");
    const { crawlId } = readInput(inputSchema, input);
    const { siteId } = await cancelCrawl({ db: getDatabase(), now: new Date() }, { teamId, crawlId });
    revalidatePath(`/sites/${siteId}`, "layout");
    await noteActivity({ teamId, userId }, { kind: "crawl_stopped", siteId });
    return { done: "We stopped the crawl. The issues stay as they are." };
  });
}
