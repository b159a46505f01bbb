import { plural } from "../text/plural.ts";
import type { Digest } from "./digest.ts";

/** Returns the heading of a Digest, such as "2 new issues, 1 gone". It is also the second half of its mail's subject. */
export function digestHeadline({ openedCount, fixedCount }: Pick<Digest, "openedCount" | "fixedCount">): string {
  const parts = [];
  if (openedCount > 0) parts.push(plural(openedCount, "new issue"));
  if (fixedCount > 0) parts.push(openedCount > 0 ? `${fixedCount} gone` : `${plural(fixedCount, "issue")} gone`);
  return parts.join(", ");
}
