import { createSlots } from "#worker/async/slots.ts";
import { yieldAsTheyCome } from "#worker/async/yield-as-they-come.ts";
import { fragmentOf } from "#worker/core/checks/links/fragment.ts";
import { faultyAnswer, type LinkAnswer, verdictOf } from "#worker/core/checks/links/link-answer.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";
import { ReadingBrokeOffError } from "#worker/threads/read/readings.ts";
import type { HttpClient } from "../client/http-client.ts";
import type { AnswerCache } from "./answer-cache.ts";
import { confirmAnswer } from "./confirm-answer.ts";
import { groupTargets, type TargetGroup } from "./group-targets.ts";
import { type KnownGroup, recallGroups } from "./recall-groups.ts";
import { createJudgeSecurity, type JudgeSecurity } from "./secure-variant.ts";
import type { AnswerRecord } from "./shared-answers.ts";
import { createJudgeSoft404, type JudgeSoft404 } from "./soft-404.ts";
import { suspectResolver } from "./suspect-resolver.ts";

/** `wasMissing`: whether an address answered this Crawl's visit that there is no such page. */
export type CheckLinks = (
  targets: string[],
  signal: AbortSignal,
  wasMissing?: (address: string) => boolean,
) => AsyncIterable<LinkVerdict>;

type Give = (verdict: LinkVerdict) => void;

type CheckerOptions = {
  /** Answers shared by all checks of this process; nothing is shared without it. */
  cache?: AnswerCache;
  /** Answers shared by all workers; nothing is shared without it. */
  record?: AnswerRecord;
  /** Addresses whose answers must be fresh, such as the site's own: its owner mends a link and checks again. */
  isFresh?: (url: string) => boolean;
  /** Whether the site is secure (https), so that what is linked with http matters. */
  isSecure?: boolean;
  pauseMs?: number;
  /** Hears of faults of ours: the target that had one is left unknown. */
  onFault?: (error: unknown, address: string) => void;
  /** Addresses asked at a time, and of one host. */
  concurrency?: number;
  perHost?: number;
};

/** What the targets of one check share. */
type OneCheck = {
  judgeSoftGone: JudgeSoft404;
  keep(address: string, answer: LinkAnswer): Promise<void>;
  wasMissing(address: string): boolean;
  signal: AbortSignal;
};

const OUR_FAULT = "Something went wrong on our side. It is asked for again next time.";
const TOO_MUCH_TO_READ =
  "The page took too long to read, so we cannot tell whether the link leads where it should. It is asked for again next time.";

/** After so many targets in a row that gave no answer, a host's other targets are left unknown: each would cost up to a minute. */
const SILENCE_ENOUGH = 3;

/**
 * Makes the link check. It asks each address once, whatever places on its page the targets name; hosts side by side, each politely;
 * failures are confirmed. It gives verdicts as they come, one for each distinct target, and ends early, without throwing, when `signal`
 * aborts. Targets that are no web addresses get none.
 */
export function createLinkChecker(client: HttpClient, options: CheckerOptions = {}): CheckLinks {
  const { cache, record, isFresh = () => false, isSecure = false, pauseMs = 1500, concurrency = 16, perHost = 4 } = options;
  const { onFault = () => undefined } = options;

  /** One target of many thousands must not end the check of all. */
  const safely = async (address: string, stop: AbortSignal, work: () => Promise<LinkAnswer>): Promise<LinkAnswer> => {
    try {
      return await work();
    } catch (error) {
      stop.throwIfAborted();
      onFault(error, address);
      return faultyAnswer("links/unknown", error instanceof ReadingBrokeOffError ? TOO_MUCH_TO_READ : OUR_FAULT);
    }
  };

  const answerOf = async (
    { address, targets }: TargetGroup,
    { judgeSoftGone, keep, wasMissing, signal }: OneCheck,
  ): Promise<LinkAnswer> => {
    const needsPlaces = targets.some((target) => fragmentOf(target) !== null);
    const body = needsPlaces ? "anchors" : mayBePage(address) ? "titles" : "none";
    const shared = isFresh(address) ? undefined : cache;
    const known = shared?.get(address);
    if (known && (!needsPlaces || known.anchors !== null || known.state === "unknown")) return known;
    const confirmed = await confirmAnswer(client, address, { body, pauseMs, wasMissing: wasMissing(address), signal });
    const answer = await judgeSoftGone(address, confirmed, signal);
    if (answer.state !== "broken") shared?.set(address, answer);
    await keep(address, answer);
    return answer;
  };

  const checkHost = async (
    groups: TargetGroup[],
    ask: (group: TargetGroup) => Promise<LinkAnswer>,
    give: Give,
  ): Promise<void> => {
    let silent = 0;
    let absent: LinkAnswer | null = null;
    const answerNext = async (group: TargetGroup): Promise<void> => {
      const answer = absent ?? (silent < SILENCE_ENOUGH ? await ask(group) : leftAlone(group.address));
      if (answer.rule === "links/domain-not-found" && answer.finalUrl === null) absent = answer;
      else if (silent < SILENCE_ENOUGH) silent = isSilence(answer) ? silent + 1 : 0;
      for (const target of group.targets) give(verdictOf(target, answer));
    };
    const work = async (): Promise<void> => {
      for (let group = groups.shift(); group; group = groups.shift()) await answerNext(group);
    };
    // The first one shows whether there is such a host at all: if not, the others need not be asked.
    const first = groups.shift();
    if (first) await answerNext(first);
    await Promise.all(Array.from({ length: perHost }, work));
  };

  return (targets, signal, wasMissing = () => false) =>
    yieldAsTheyCome<LinkVerdict>(signal, async (give, stop) => {
      const slots = createSlots(concurrency);
      const judgeSecurity: JudgeSecurity = isSecure ? createJudgeSecurity(client) : async (_, answer) => answer;
      const judgeSoftGone = createJudgeSoft404(client);
      const { known, toAsk, keep, flush } = await recallGroups(record, groupTargets(targets), isFresh);
      const one: OneCheck = { judgeSoftGone, keep, wasMissing, signal: stop };
      const ask = (group: TargetGroup) =>
        slots.run(
          () => safely(group.address, stop, async () => judgeSecurity(group.address, await answerOf(group, one), stop)),
          stop,
        );
      const doubt = suspectResolver(give, isFresh);
      const tell = async ({ group, answer }: KnownGroup) => {
        const judged = await slots.run(
          () => safely(group.address, stop, () => judgeSecurity(group.address, answer, stop)),
          stop,
        );
        for (const target of group.targets) give(verdictOf(target, judged));
      };
      await Promise.all([...known.map(tell), ...toAsk.map((groups) => checkHost(groups, ask, doubt.take))]);
      await flush();
      doubt.settle();
    });
}

function isSilence({ rule, status }: LinkAnswer): boolean {
  return rule === "links/unreachable" || status === 429;
}

function leftAlone(address: string): LinkAnswer {
  return faultyAnswer(
    "links/unknown",
    `${new URL(address).hostname} did not answer for other links, so we did not request this one.`,
  );
}
