import { z } from "zod";
import { csvResponse } from "#app/_lib/csv-response.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findSite } from "#prisma/queries/sites/find-site.ts";
import { findAllWords } from "#prisma/queries/words/find-all-words.ts";
import { findWords } from "#prisma/queries/words/find-words.ts";
import { exportFileName } from "#worker/core/view/csv/export-file-name.ts";
import { formatWordFile } from "#worker/core/view/words/word-file.ts";

const query = z.object({ format: z.enum(["txt", "dic", "csv"]).catch("txt"), site: z.uuid().nullable() });
/** All words: a Team has no more. */
const ALL = 200_000;

/** Answers with a Site's or the Team's dictionary as a file. */
export async function GET(request: Request): Promise<Response> {
  const { teamId } = await requireMember("words.see");
  const search = new URL(request.url).searchParams;
  const parsed = query.safeParse({ format: search.get("format"), site: search.get("site") });
  const db = getDatabase();
  const siteId = parsed.data?.site ?? null;
  const site = siteId === null ? null : await findSite(db, { teamId, siteId });
  if (!parsed.success || (siteId !== null && !site)) return new Response("There is no such dictionary.", { status: 404 });
  const { format } = parsed.data;
  if (format === "csv")
    return csvResponse({
      fileName: exportFileName([site?.name ?? "", "dictionary"], { at: new Date(), ending: "csv" }),
      headings: ["Word", "With its endings", "Added"],
      batches: findAllWords(db, { teamId, siteId }),
      cellsOf: ({ word, withEndings, createdAt }) => [word, withEndings ? "yes" : "no", createdAt],
    });
  const { words } = await findWords(db, { teamId, siteId, take: ALL });
  return new Response(formatWordFile(words, format), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="dictionary.${format}"`,
      "cache-control": "private, no-store",
    },
  });
}
