import type { LinkState } from "./link-verdict.ts";

/** True if a visitor who follows the link reaches its target. */
export function isWorking({ state }: { state: LinkState }): boolean {
  return state === "ok" || state === "moved" || state === "insecure";
}
