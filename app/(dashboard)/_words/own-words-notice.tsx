import { BookOpen } from "lucide-react";
import Link from "next/link";
import { Banner } from "#app/_components/banner.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findSiteWords } from "#prisma/queries/words/find-site-words.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { plural } from "#worker/core/text/plural.ts";

type OwnWordsNoticeProps = { teamId: TeamScope; siteId: string; answeredAt: Date | null; canChange: boolean };

/** Asks about the site's own words, until somebody has answered. */
export async function OwnWordsNotice({ teamId, siteId, answeredAt, canChange }: OwnWordsNoticeProps) {
  if (answeredAt !== null || !canChange) return null;
  const { total } = await findSiteWords(getDatabase(), { teamId, siteId, take: 1 });
  if (total === 0) return null;
  return (
    <div className="mb-6">
      <Banner
        title={`This site often uses ${plural(total, "word")} that our dictionaries lack`}
        action={
          <Link href={`/sites/${siteId}/dictionary/own-words`} className="inline-flex items-center gap-1.5 text-link">
            <BookOpen aria-hidden className="size-4" /> Say which are yours
          </Link>
        }
      >
        Most are names and products. Once you have said which, we never ask about them again.
      </Banner>
    </div>
  );
}
