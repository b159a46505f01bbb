import { canBe, type Part, type ReadingsOf } from "../engine/parts.ts";

const SHORTEST_HEAD = 5;
const SHORTEST_FRONT = 4;

/**
 * Returns the codes of a noun (" Nmsn Nmsa "). The last part of a compound decides if the dictionary lacks it
 * ("Willkommensgetränk"). Returns "" if the codes are uncertain.
 */
export function nounReadings({ lower, readings, isCapital }: Part, readingsOf: ReadingsOf): string {
  if (!isCapital) return "";
  if (readings !== "") return canBe(readings, "N") && !canBe(readings, "E") && !canBe(readings, "O") ? readings : "";
  for (let at = SHORTEST_FRONT; at <= lower.length - SHORTEST_HEAD; at++) {
    const head = readingsOf(lower.slice(at));
    if (!canBe(head, "N") || canBe(head, "E") || canBe(head, "A") || canBe(head, "V")) continue;
    const front = lower.slice(0, at);
    if (readingsOf(front) !== "" || (front.endsWith("s") && readingsOf(front.slice(0, -1)) !== "")) return head;
  }
  return "";
}
