import { BookOpen } from "lucide-react";
import { Banner } from "#app/_components/banner.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { countSiteWords } from "#prisma/queries/words/find-site-words.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { plural } from "#worker/core/text/plural.ts";

type OwnWordsNoticeProps = { teamId: TeamScope; siteId: string; answeredAt: Date | null; canChange: boolean };

/** Asks about the site's own words, until somebody has answered. */
export async function OwnWordsNotice({ teamId, siteId, answeredAt, canChange }: OwnWordsNoticeProps) {
  if (answeredAt !== null || !canChange) return null;
  const total = await countSiteWords(getDatabase(), { teamId, siteId });
  if (total === 0) return null;
  return (
    <div className="mb-4">
      <Banner
        compact
        title={`This site often uses ${plural(total, "word")} that our dictionaries lack.`}
        action={
          <PageLink href={`/sites/${siteId}/dictionary/own-words`} className="inline-flex items-center gap-1.5 text-link">
            <BookOpen aria-hidden className="size-4" /> Say which are yours
          </PageLink>
        }
      >
        Most are names and products. Once you have said which, we never ask about them again.
      </Banner>
    </div>
  );
}
