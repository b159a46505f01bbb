import { plural } from "../../text/plural.ts";

/** Returns the refusal for adding too many things within `windowMs`: "You added many sites in a short time. …" */
export function tooManyAdded(things: string, windowMs: number): string {
  const minutes = Math.max(1, Math.ceil(windowMs / 60_000));
  return `You added many ${things} in a short time. Try again in ${plural(minutes, "minute")}.`;
}
