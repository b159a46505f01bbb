import type { Metadata } from "next";
import { Banner } from "#app/_components/banner.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
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
  const [tokens, sites] = await Promise.all([
    findApiTokens(getDatabase(), { teamId }),
    findSiteNames(getDatabase(), { teamId }),
  ]);
  const siteNames = Object.fromEntries(sites.map(({ id, label }) => [id, label]));
  const base = `${getSettings().APP_URL.replace(/\/$/, "")}/api/v1`;
  return (
    <div className="max-w-3xl space-y-6">
      <PageHeader title="API">
        Let your own programs read sites, pages and issues, start crawls, decide about issues and keep the dictionary.
      </PageHeader>
      <Card>
        <CardHeader title="Tokens">
          A token works for the sites that you choose, as long as the person who created it is an owner.
        </CardHeader>
        <TokenList tokens={tokens} siteNames={siteNames} now={new Date()} />
      </Card>
      <Card>
        <CardHeader title="Create a token" />
        <AddTokenForm sites={sites} />
      </Card>
      <Card>
        <CardHeader title="How to use it">
          The{" "}
          <PageLink href="/docs/api" className="text-link">
            reference of the API
          </PageLink>{" "}
          describes all calls, for programs also as{" "}
          <a href="/api/v1/openapi.json" className="text-link">
            openapi.json
          </a>{" "}
          (OpenAPI 3.1). For example after each deployment:
        </CardHeader>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <pre tabIndex={0} className="overflow-x-auto rounded-card bg-sunken p-4 font-mono text-xs">
          {exampleOf(base, sites[0]?.id ?? "SITE_ID")}
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
