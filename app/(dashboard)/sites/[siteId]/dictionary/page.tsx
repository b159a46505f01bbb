import type { Metadata } from "next";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findWords } from "#prisma/queries/words/find-words.ts";
import { requireSite } from "../require-site.ts";
import { AddWordsForm } from "./add-words-form.tsx";
import { WordList } from "./word-list.tsx";

type Props = { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Dictionary" };

/** The words that the checks accept on a site, such as names, products and technical terms. */
export default async function DictionaryPage({ params }: Props) {
  const { site, member, canChange } = await requireSite((await params).siteId);
  const words = await findWords(getDatabase(), { teamId: member.teamId, siteId: site.id });
  const own = words.filter((word) => word.siteId !== null);
  const shared = words.filter((word) => word.siteId === null);
  return (
    <div className="max-w-3xl space-y-6">
      {canChange && (
        <Card>
          <CardHeader title="Add words">
            Add names, products and technical terms. Capitals count: “iPhone” accepts only “iPhone”, but “kombucha” also accepts
            “Kombucha”.
          </CardHeader>
          <AddWordsForm siteId={site.id} />
        </Card>
      )}
      <WordList
        siteId={site.id}
        title={`Words of ${site.name}`}
        empty="No words yet. Choose “Add to dictionary” next to an issue to add its word here."
        words={own}
        canChange={canChange}
      />
      <WordList siteId={site.id} title="Words of all your sites" empty="No words yet." words={shared} canChange={canChange} />
    </div>
  );
}
