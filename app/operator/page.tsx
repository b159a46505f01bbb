import type { Metadata } from "next";
import { Banner } from "#app/_components/banner.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { findBacklog } from "#prisma/queries/operating/find-backlog.ts";
import { findBusinessFigures } from "#prisma/queries/operating/find-business-figures.ts";
import { findCostlySites } from "#prisma/queries/operating/find-costly-sites.ts";
import { findFailingSites } from "#prisma/queries/operating/find-failing-sites.ts";
import { findSwitches } from "#prisma/queries/operating/find-switches.ts";
import { findWindDown } from "#prisma/queries/winding-down/find-wind-down.ts";
import { formatMoney } from "#worker/core/operating/monthly-revenue.ts";
import { switchWords } from "#worker/core/operating/switches.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { windDownNotice } from "#worker/core/winding-down/wind-down-words.ts";
import { FigureList } from "./figure-list.tsx";
import { FailingSites, SiteCosts } from "./site-tables.tsx";

export const metadata: Metadata = { title: { absolute: "Operator · Flawless" } };

/** Shows the business and the work at a glance. */
export default async function OperatorPage() {
  await requireOperator("operator.see");
  const db = getDatabase();
  const now = new Date();
  const [business, backlog, failing, costs, { switches, features }, closing] = await Promise.all([
    findBusinessFigures(db, now),
    findBacklog(db, now),
    findFailingSites(db),
    findCostlySites(db, now),
    findSwitches(db),
    findWindDown(db),
  ]);
  const closingNotice = windDownNotice(closing);
  const off = [...switches, ...features].filter(({ isOn }) => !isOn).map(({ name }) => switchWords(name).label);
  const [first, ...others] = business.revenue;
  return (
    <>
      <PageHeader title="Figures">
        Measured <LocalTime at={now} />.
      </PageHeader>
      <div className="flex flex-col gap-6">
        {closingNotice && (
          <Banner
            tone="warning"
            title={`${closingNotice.title} Stage: ${closing.stage}${closing.isDone ? "" : ", not finished"}.`}
          >
            The command npm run wind-down shows and takes the next step.
          </Banner>
        )}
        {off.length > 0 && (
          <Banner
            tone="warning"
            title={`Switched off: ${off.join(", ")}.`}
            action={
              <ButtonLink href="/operator/switches" size="small">
                See the switches
              </ButtonLink>
            }
          />
        )}
        <Card>
          <CardHeader title="Business" />
          <FigureList
            figures={[
              {
                name: "Paying teams",
                value: formatCount(business.paying),
                note: business.failing > 0 ? `${formatCount(business.failing)} of them: the payment fails` : undefined,
              },
              {
                name: "Revenue a month",
                value: first ? formatMoney(first) : "none",
                note: others.length > 0 ? `and ${others.map(formatMoney).join(", ")}` : "before taxes and coupons",
              },
              { name: "Trials of Pro", value: formatCount(business.trials) },
              { name: "Cancelled", value: formatCount(business.ending), note: "end with their period" },
              { name: "Teams", value: formatCount(business.teams) },
              { name: "Sites", value: formatCount(business.sites) },
            ]}
          />
        </Card>
        <Card>
          <CardHeader title="Work" />
          <FigureList
            figures={[
              {
                name: "Crawls due",
                value: formatCount(backlog.crawlsDue),
                note: `${plural(backlog.crawlsRunning, "crawl")} running`,
              },
              late("Crawls late", backlog.crawlsLate),
              { name: "Sites that cannot be read", value: formatCount(backlog.failingSites) },
              { name: "Mails waiting", value: formatCount(backlog.mailsWaiting) },
              late("Mails late", backlog.mailsLate),
              {
                name: "Mails that came back",
                value: formatCount(backlog.mailsBounced),
                note: "in seven days, or reported as spam",
              },
              { name: "Suppressed addresses", value: formatCount(backlog.suppressed) },
            ]}
          />
        </Card>
        <Card>
          <CardHeader title="Sites that cannot be read">Those that failed on most days in a row.</CardHeader>
          <FailingSites sites={failing} />
        </Card>
        <Card>
          <CardHeader title="Slowest sites">By the mean duration of their crawls in the last seven days.</CardHeader>
          <SiteCosts sites={costs.slowest} caption="Slowest sites" />
        </Card>
        <Card>
          <CardHeader title="Costliest sites">
            By processor time in the last seven days: of our own process, without the browser. A page in the browser counts as
            one request.
          </CardHeader>
          <SiteCosts sites={costs.costliest} caption="Costliest sites" />
        </Card>
      </div>
    </>
  );
}

function late(name: string, count: number) {
  return { name, value: formatCount(count), note: "waiting for over 30 minutes", isBad: count > 0 };
}
