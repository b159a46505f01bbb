import { getDatabase } from "#app/_lib/database.ts";
import { findSiteWords } from "#prisma/queries/words/find-site-words.ts";
import { plural } from "#worker/core/text/plural.ts";
import { OwnWordsForm } from "./own-words-form.tsx";

/** Words shown at a time; the rest follow once these are in the dictionary. */
const SHOWN = 60;

type OwnWordsProps = { teamId: string; siteId: string; canChange: boolean };

/** Offers to add words that the site uses on several pages and that are in no dictionary, with one button for all. */
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
