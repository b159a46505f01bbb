import type { Metadata } from "next";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { requireSite } from "../../require-site.ts";
import { ViewerNotice } from "../viewer-notice.tsx";
import { StyleRulesForm } from "./style-rules-form.tsx";

type Props = { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Checks" };

/** The examinations that an owner chooses, and the way to words that the checks accept. */
export default async function ChecksSettingsPage({ params }: Props) {
  const { site, canChange } = await requireSite((await params).siteId);
  if (!canChange) return <ViewerNotice />;
  return (
    <>
      <Card>
        <CardHeader title="Advice about style">
          We can also check the style of English texts. We show the advice here and never mail it.
        </CardHeader>
        <StyleRulesForm siteId={site.id} styleRules={site.styleRules} />
      </Card>
      <Card>
        <CardHeader title="Words and names" />
        <ul className="space-y-2">
          <li>
            <PageLink href={`/sites/${site.id}/dictionary`} className="text-link">
              Dictionary
            </PageLink>
            : words that we accept on this site.
          </li>
          <li>
            <PageLink href="/house-style" className="text-link">
              House style
            </PageLink>
            : words to avoid, exact names and required texts, for all your sites.
          </li>
        </ul>
      </Card>
    </>
  );
}
