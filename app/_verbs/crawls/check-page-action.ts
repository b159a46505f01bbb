"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { requestPageCheck } from "#prisma/queries/crawls/request-page-check.ts";

const inputSchema = z.union([
  z.object({ siteId: z.uuid(), pageId: z.uuid() }),
  z.object({ siteId: z.uuid(), address: z.string().max(8_000, "This address is too long.") }),
]);

/** Queues a check of one page, by its id or its address, and returns the id of the Crawl that does it. */
export async function checkPageAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("crawls.run");
    const { siteId, ...wanted } = readInput(inputSchema, input);
    const page = "pageId" in wanted ? { pageId: wanted.pageId } : { typed: wanted.address };
    const dependencies = {
      db: getDatabase(),
      queue: await getQueue(),
      allowedPrivateHosts: getSettings().ALLOWED_PRIVATE_HOSTS,
      now: new Date(),
    };
    const { crawlId } = await requestPageCheck(dependencies, { teamId, siteId, ...page });
    revalidatePath(`/sites/${siteId}/crawls`);
    await noteActivity({ teamId, userId }, { kind: "page_checked", siteId });
    return { crawlId };
  });
}
