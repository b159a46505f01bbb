import type { Metadata } from "next";
import { Badge } from "#app/_components/badge.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { type FeatureView, findSwitches, type SwitchView } from "#prisma/queries/operating/find-switches.ts";
import { switchWords } from "#worker/core/operating/switches.ts";
import { SwitchForm } from "./switch-form.tsx";

export const metadata: Metadata = { title: "Switches" };

/** Switches parts of the service off and on, and features for everyone but some teams. */
export default async function SwitchesPage() {
  await requireOperator("operator.see");
  const { switches, features } = await findSwitches(getDatabase());
  return (
    <>
      <PageHeader title="Switches">A change holds at once, in every process, and is noted in the log.</PageHeader>
      <div className="flex flex-col gap-6">
        {switches.map((one) => (
          <SwitchCard key={one.name} view={one} />
        ))}
        {features.map((one) => (
          <SwitchCard key={one.name} view={one} teams={one.teams} />
        ))}
      </div>
    </>
  );
}

function SwitchCard({ view, teams }: { view: SwitchView | FeatureView; teams?: FeatureView["teams"] }) {
  const { name, isOn, changedAt } = view;
  const { label, off } = switchWords(name);
  return (
    <Card>
      <CardHeader title={label} action={<Badge tone={isOn ? "success" : "warning"}>{isOn ? "On" : "Off"}</Badge>}>
        {isOn ? `If you switch it off: ${off}` : off}
        {changedAt && (
          <>
            {" "}
            Last change: <LocalTime at={changedAt} />.
          </>
        )}
      </CardHeader>
      {teams && (
        <p className="mb-4 text-sm">
          {teams.length === 0
            ? "No team has it while it is off. Give it to one on the team’s page."
            : "These teams have it while it is off: "}
          {teams.map((team, index) => (
            <span key={team.id}>
              {index > 0 && ", "}
              <PageLink href={`/operator/teams/${team.id}`} className="text-link">
                {team.name}
              </PageLink>
            </span>
          ))}
        </p>
      )}
      <SwitchForm name={name} label={label} isOn={isOn} />
    </Card>
  );
}
