import type { Metadata } from "next";
import Link from "next/link";
import { Card, CardHeader } from "#app/_components/card.tsx";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { AddWordsForm } from "#app/(dashboard)/_words/add-words-form.tsx";
import { parseDictionaryQuery } from "#app/(dashboard)/_words/dictionary-query.ts";
import { DictionarySection } from "#app/(dashboard)/_words/dictionary-section.tsx";
import { ImportWordsForm } from "#app/(dashboard)/_words/import-words-form.tsx";
import { may } from "#worker/core/people/rights.ts";
import { requireSite } from "../require-site.ts";

type Props = PageQuery & { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Dictionary" };

/** The words that the checks accept on a site, such as names, products and technical terms. */
export default async function DictionaryPage({ params, searchParams }: Props) {
  const { site, member, canChange } = await requireSite((await params).siteId);
  return (
    <div className="max-w-3xl space-y-6">
      {canChange && (
        <Card>
          <CardHeader title="Add words">
            Add names, products and technical terms. Capitals count: “iPhone” accepts only “iPhone”, but “kombucha” also accepts
            “Kombucha”.
          </CardHeader>
          <AddWordsForm siteId={site.id} canChangeAll={may(member, "words.change-team")} />
          <details className="mt-4 border-t border-line pt-4">
            <summary className="w-fit cursor-pointer">Import a file</summary>
            <div className="mt-4">
              <ImportWordsForm siteId={site.id} canChangeAll={may(member, "words.change-team")} />
            </div>
          </details>
        </Card>
      )}
      <DictionarySection
        teamId={member.teamId}
        siteId={site.id}
        title={`Words of ${site.name}`}
        empty="Choose “Add to dictionary” next to an issue to add its word here."
        path={`/sites/${site.id}/dictionary`}
        query={parseDictionaryQuery(await searchParams)}
        canChange={canChange}
      />
      <p>
        <Link href="/dictionary" className="text-link">
          Words of all your sites
        </Link>
      </p>
    </div>
  );
}
