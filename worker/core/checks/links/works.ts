import type { LinkState } from "./link-verdict.ts";

/** True if a visitor who follows the link gets what it leads to. */
export function works({ state }: { state: LinkState }): boolean {
  return state === "ok" || state === "moved" || state === "insecure";
}
