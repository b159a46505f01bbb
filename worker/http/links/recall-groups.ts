import { fragmentOf } from "#worker/core/checks/links/fragment.ts";
import type { LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import type { TargetGroup } from "./group-targets.ts";
import { type AnswerRecord, openSharedAnswers } from "./shared-answers.ts";

/** Targets whose answer is on record already. */
export type KnownGroup = { group: TargetGroup; answer: LinkAnswer };

type Recalled = {
  known: KnownGroup[];
  /** What remains to be asked, host by host. */
  toAsk: TargetGroup[][];
  keep(address: string, answer: LinkAnswer): Promise<void>;
  flush(): Promise<void>;
};

const NOTHING = { known: () => null, keep: async () => undefined, flush: async () => undefined };

/** Parts what other sites' checks have asked of late from what is to be asked now. What must be `isFresh` is asked, and not kept. */
export async function recallGroups(
  record: AnswerRecord | undefined,
  hosts: Map<string, TargetGroup[]>,
  isFresh: (url: string) => boolean,
): Promise<Recalled> {
  const addresses = [...hosts.values()].flatMap((groups) => groups.map(({ address }) => address));
  const shared = record
    ? await openSharedAnswers(
        record,
        addresses.filter((address) => !isFresh(address)),
      )
    : NOTHING;
  const known: KnownGroup[] = [];
  const toAsk: TargetGroup[][] = [];
  for (const groups of hosts.values()) {
    const unknown = groups.filter((group) => {
      const answer = shared.known(group.address);
      const isEnough = answer !== null && (answer.anchors !== null || isSettled(answer) || !namesPlaces(group));
      if (isEnough) known.push({ group, answer });
      return !isEnough;
    });
    if (unknown.length > 0) toAsk.push(unknown);
  }
  const keep = async (address: string, answer: LinkAnswer) => {
    if (!isFresh(address)) await shared.keep(address, answer);
  };
  return { known, toAsk, keep, flush: shared.flush };
}

/** Nothing that the places on the page could change. */
function isSettled({ state }: LinkAnswer): boolean {
  return state === "broken" || state === "unknown";
}

function namesPlaces({ targets }: TargetGroup): boolean {
  return targets.some((target) => fragmentOf(target) !== null);
}
