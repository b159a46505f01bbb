import type { Metadata } from "next";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { AddWordsForm } from "#app/(dashboard)/_words/add-words-form.tsx";
import { parseDictionaryQuery } from "#app/(dashboard)/_words/dictionary-query.ts";
import { DictionarySection } from "#app/(dashboard)/_words/dictionary-section.tsx";
import { ImportWordsForm } from "#app/(dashboard)/_words/import-words-form.tsx";
import { may } from "#worker/core/people/rights.ts";

export const metadata: Metadata = { title: "Dictionary · Flawless" };

/** The words that the checks accept on all sites of a team. */
export default async function TeamDictionaryPage({ searchParams }: PageQuery) {
  const member = await requireMember("words.see");
  const canChange = may(member, "words.change-team");
  return (
    <>
      <PageHeader title="Dictionary">Words that we accept on all your sites. Each site can have more of its own.</PageHeader>
      <div className="max-w-3xl space-y-6">
        {canChange && (
          <Card>
            <CardHeader title="Add words">Add names, products and technical terms. Capitals count.</CardHeader>
            <AddWordsForm siteId={null} />
            <details className="mt-4 border-t border-line pt-4">
              <summary className="w-fit cursor-pointer">Import a file</summary>
              <div className="mt-4">
                <ImportWordsForm siteId={null} />
              </div>
            </details>
          </Card>
        )}
        <DictionarySection
          teamId={member.teamId}
          siteId={null}
          title="Words of all your sites"
          empty="Add the names of your company, its products and its people here."
          path="/dictionary"
          query={parseDictionaryQuery(await searchParams)}
          canChange={canChange}
        />
      </div>
    </>
  );
}
