import type { Database } from "#prisma/client.ts";
import { FEATURE_NAMES, type FeatureName, SWITCH_NAMES, type SwitchName } from "#worker/core/operating/switches.ts";

export type SwitchView<Name = SwitchName> = { name: Name; isOn: boolean; changedAt: Date | null };
export type FeatureView = SwitchView<FeatureName> & { teams: { id: string; name: string }[] };

/** Returns the state of every switch, and of every feature with the Teams that have it although it is off. */
export async function findSwitches(db: Database): Promise<{ switches: SwitchView[]; features: FeatureView[] }> {
  const rows = new Map((await db.switch.findMany()).map((row) => [row.name, row]));
  const teams = await db.team.findMany({
    where: { id: { in: [...rows.values()].flatMap(({ teamIds }) => teamIds) } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  const stateOf = <Name extends string>(name: Name) => {
    const row = rows.get(name);
    return { name, isOn: row?.isOn ?? true, changedAt: row?.changedAt ?? null };
  };
  return {
    switches: SWITCH_NAMES.map(stateOf),
    features: FEATURE_NAMES.map((name) => ({
      ...stateOf(name),
      teams: teams.filter(({ id }) => rows.get(name)?.teamIds.includes(id)),
    })),
  };
}
