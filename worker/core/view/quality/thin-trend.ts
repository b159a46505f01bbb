type Point = { at: Date; figures: unknown };

const WEEK_MS = 7 * 86_400_000;

/** Keeps one point of each week before `to`: the last that was measured, or the last of a week in which none was. */
export function thinTrend<P extends Point>(points: readonly P[], to: Date): P[] {
  const weeks = Map.groupBy(points, ({ at }) => Math.floor((to.getTime() - at.getTime()) / WEEK_MS));
  return [...weeks.values()].flatMap((week) => week.findLast(({ figures }) => figures !== null) ?? week.at(-1) ?? []);
}
