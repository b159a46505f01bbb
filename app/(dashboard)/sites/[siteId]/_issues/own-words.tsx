import { getDatabase } from "#app/_lib/database.ts";
import { findSiteWords } from "#prisma/queries/words/find-site-words.ts";
import { plural } from "#worker/core/text/plural.ts";
import { OwnWordsForm } from "./own-words-form.tsx";

/** As many as are read at a glance; the rest come when these are taught. */
const SHOWN = 60;

type OwnWordsProps = { teamId: string; siteId: string; canChange: boolean };

/** Asks once about words that the site uses on several pages and no dictionary has, and takes them all over with one button. */
export async function OwnWords({ teamId, siteId, canChange }: OwnWordsProps) {
  const { words, total } = await findSiteWords(getDatabase(), { teamId, siteId, take: SHOWN });
  if (words.length === 0) return null;
  return (
    <details className="mt-6 rounded-card border border-line px-4 py-3">
      <summary className="cursor-pointer text-sm text-muted">
        This site often uses {plural(total, "word")} that {total === 1 ? "is" : "are"} not in our dictionaries.{" "}
        {total === 1 ? "Is it yours" : "Are they yours"}?
      </summary>
      <p className="mt-3">{words.join(", ")}</p>
      {canChange && <OwnWordsForm siteId={siteId} words={words} />}
    </details>
  );
}
