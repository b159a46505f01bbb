import type { Metadata } from "next";
import { Banner } from "#app/_components/banner.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { findApiTokens } from "#prisma/queries/api/find-api-tokens.ts";
import { findSiteNames } from "#prisma/queries/channels/find-site-names.ts";
import { may } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { AddTokenForm } from "./add-token-form.tsx";
import { TokenList } from "./token-list.tsx";

export const metadata: Metadata = { title: "API" };

/** The tokens with which programs use the API, and how. */
export default async function ApiAccessPage() {
  const member = await requireMember("team.belong");
  if (!may(member, "tokens.change"))
    return (
      <div className="max-w-3xl">
        <PageHeader title="API" />
        <Banner tone="info" title="Only an owner of the team can create tokens" />
      </div>
    );
  const teamId = teamOf(member.teamId);
  const [tokens, [site]] = await Promise.all([
    findApiTokens(getDatabase(), { teamId }),
    findSiteNames(getDatabase(), { teamId }),
  ]);
  const base = `${getSettings().APP_URL.replace(/\/$/, "")}/api/v1`;
  return (
    <div className="max-w-3xl space-y-6">
      <PageHeader title="API">
        Read sites and issues from your own programs, and have pages checked right after you publish them.
      </PageHeader>
      <Card>
        <CardHeader title="Tokens">
          A token works for the whole team, as long as the person who created it is an owner.
        </CardHeader>
        <TokenList tokens={tokens} />
      </Card>
      <Card>
        <CardHeader title="Create a token" />
        <AddTokenForm />
      </Card>
      <Card>
        <CardHeader title="How to use it">
          All calls are described in{" "}
          <a href="/api/v1/openapi.json" className="text-link">
            openapi.json
          </a>{" "}
          (OpenAPI 3.1). For example after each deployment:
        </CardHeader>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <pre tabIndex={0} className="overflow-x-auto rounded-card bg-sunken p-4 font-mono text-xs">
          {exampleOf(base, site?.id ?? "SITE_ID")}
        </pre>
      </Card>
    </div>
  );
}

function exampleOf(base: string, siteId: string): string {
  return [
    `curl ${base}/sites/${siteId}/published \\`,
    `  -H "Authorization: Bearer $FLAWLESS_TOKEN" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"urls": ["/", "/news"]}'`,
  ].join("\n");
}
