import { readableUntil, type WindDown } from "./wind-down.ts";
import { windDownEffects } from "./wind-down-effects.ts";

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

type Dates = Pick<WindDown, "stage" | "endsAt" | "endedAt">;

/** Returns a day as texts about the closing write it. Days are in UTC, so that all texts name the same one. */
export function windDownDay(at: Date): string {
  return DAY.format(at);
}

/** Returns why there are no new accounts. */
export function signUpsEndedWords(state: Dates): string {
  return `Flawless ${closes(state)}, so we no longer take new accounts.`;
}

/** Returns why nothing can be bought or tried. */
export function salesEndedWords(state: Dates): string {
  const kept = windDownEffects(state.stage).crawls ? " Your team keeps its plan until then without paying again." : "";
  return `Flawless ${closes(state)}, so we no longer sell plans or start trials.${kept}`;
}

/** Returns why no crawl can start. */
export function crawlsEndedWords(state: Dates): string {
  return `Flawless ${closes(state)}, so we no longer crawl websites. ${reading(state)}`;
}

/** Returns why nothing can be changed. */
export function readOnlyWords(state: Dates): string {
  return `Flawless ${closes(state)}, so you can no longer change anything. ${reading(state)}`;
}

/** Returns what every page says about the closing; null while the service is open. */
export function windDownNotice(state: Dates): { title: string; text: string } | null {
  const { sells, takesChanges } = windDownEffects(state.stage);
  if (sells) return null;
  const now = takesChanges
    ? "Until then everything works as before, and no one pays again."
    : "Nothing can be changed any more.";
  const download = "Owners can download the team’s data under “People”.";
  return { title: `Flawless ${closes(state)}.`, text: `${now} ${reading(state)} ${download}` };
}

function closes({ stage, endsAt, endedAt }: Dates): string {
  const ended = endedAt ?? endsAt;
  if (!windDownEffects(stage).crawls) return ended ? `closed on ${windDownDay(ended)}` : "has closed";
  return endsAt ? `closes on ${windDownDay(endsAt)}` : "is closing";
}

function reading(state: Dates): string {
  const until = readableUntil(state);
  return until ? `You can read and download everything until ${windDownDay(until)}.` : "";
}
