import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findOwnWords } from "#prisma/queries/words/find-own-words.ts";
import { may } from "#worker/core/people/rights.ts";
import { plural } from "#worker/core/text/plural.ts";
import { requireSite } from "../../require-site.ts";
import { OwnWordsQuestion } from "./own-words-question.tsx";

type Props = { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Words of your own" };

/** Words on one screen. Those beyond follow when it was answered. */
const SHOWN = 300;

/** The question which of the words that a site often uses are right, on one screen. */
export default async function OwnWordsPage({ params }: Props) {
  const { site, member, canChange } = await requireSite((await params).siteId);
  const { words, total } = await findOwnWords(getDatabase(), { teamId: member.teamId, siteId: site.id, take: SHOWN });
  return (
    <div className="max-w-3xl space-y-6">
      <header>
        <h2 className="text-lg font-semibold">Are these your words?</h2>
        <p className="mt-0.5 max-w-prose text-muted">
          {site.name} uses {total === 0 ? "no" : plural(total, "word")} often that our dictionaries lack. Most are names and
          products. Untick those that are mistakes.
        </p>
      </header>
      {canChange || words.length === 0 ? (
        <OwnWordsQuestion siteId={site.id} words={words} canChangeAll={may(member, "words.change-team")} />
      ) : (
        <p>{words.map(({ word }) => word).join(", ")}</p>
      )}
      {words.length === 0 && (
        <EmptyState icon={BookOpen} title="No words to ask about">
          When the site often uses a word that our dictionaries lack, we ask about it here.
        </EmptyState>
      )}
      <p>
        <Link href={`/sites/${site.id}/dictionary`} className="text-link">
          The site’s dictionary
        </Link>
      </p>
    </div>
  );
}
