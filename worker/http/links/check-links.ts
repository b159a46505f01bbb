import { createSlots, type Rest, type Slots } from "#worker/async/slots.ts";
import { yieldAsTheyCome } from "#worker/async/yield-as-they-come.ts";
import { judgeParked } from "#worker/core/checks/links/judge/judge-parked.ts";
import { faultyAnswer, type LinkAnswer, verdictOf } from "#worker/core/checks/links/link-answer.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { type FindUse, needsFile } from "#worker/core/checks/links/target-use.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";
import { ReadingBrokeOffError } from "#worker/threads/read/readings.ts";
import type { HttpClient } from "../client/http-client.ts";
import { type AnswerCache, type CheckAnswers, NO_CACHE } from "./answer-cache.ts";
import { confirmAnswer } from "./confirm-answer.ts";
import { groupTargets, namesAnchors, type TargetGroup } from "./group-targets.ts";
import { createJudgeSecurity, type JudgeSecurity } from "./secure-variant.ts";
import { createJudgeSoft404, type JudgeSoft404 } from "./soft-404.ts";
import { suspectResolver } from "./suspect-resolver.ts";

/** `wasMissing`: true for an address that answered this Crawl's visit that there is no such page. */
export type CheckLinks = (
  targets: string[],
  signal: AbortSignal,
  wasMissing?: (address: string) => boolean,
  findUse?: FindUse,
) => AsyncIterable<LinkVerdict>;

type Report = (verdict: LinkVerdict) => void;

type CheckerOptions = {
  /** Answers shared between checks; nothing is shared without it. */
  cache?: AnswerCache;
  /** Addresses whose answers must be fresh, such as the site's own: its owner repairs a link and checks again. */
  isFresh?: (url: string) => boolean;
  /** True for a secure site (https), where links with http matter. */
  isSecure?: boolean;
  pauseMs?: number;
  /** Receives faults of ours; the target that had one is left unknown. */
  onFault?: (error: unknown, address: string) => void;
  /** Addresses requested at a time, and of one host. */
  concurrency?: number;
  perHost?: number;
};

type Checker = Required<CheckerOptions> & { client: HttpClient };

/** Everything that the targets of one check share. `signal` aborts when its caller stops. */
type OneCheck = Checker & {
  answers: CheckAnswers;
  slots: Slots;
  judgeSoft404: JudgeSoft404;
  judgeSecurity: JudgeSecurity;
  wasMissing(address: string): boolean;
  signal: AbortSignal;
};

const OUR_FAULT = "Something went wrong on our side. We try again next time.";
const TOO_MUCH_TO_READ =
  "The page took too long to read, so we cannot tell whether the link leads where it should. We try again next time.";

/** After this many targets in a row without an answer, a host's other targets are left unknown: each would cost up to a minute. */
const SILENCE_ENOUGH = 3;
/** Missing targets of one host that wait at a time to be confirmed. */
const MOST_RESTING = 64;

/**
 * Makes the link check. It requests each address once, however many anchors on its page the targets name; hosts side by side, each
 * politely; failures are confirmed. It yields verdicts as they come, one for each distinct target, and ends early, without throwing, when
 * `signal` aborts. Targets that are no web addresses get none.
 */
export function createLinkChecker(client: HttpClient, options: CheckerOptions = {}): CheckLinks {
  const checker: Checker = {
    client,
    cache: NO_CACHE,
    isFresh: () => false,
    isSecure: false,
    pauseMs: 1500,
    onFault: () => undefined,
    concurrency: 16,
    perHost: 4,
    ...options,
  };
  return (targets, signal, wasMissing = () => false, findUse = () => null) =>
    yieldAsTheyCome<LinkVerdict>(signal, (report, stop) =>
      checkAll(checker, { targets, wasMissing, findUse, signal: stop }, report),
    );
}

type Request = { targets: string[]; wasMissing(address: string): boolean; findUse: FindUse; signal: AbortSignal };

async function checkAll(checker: Checker, { targets, wasMissing, findUse, signal }: Request, report: Report): Promise<void> {
  const { client, cache, isFresh, isSecure, concurrency } = checker;
  const hosts = [...groupTargets(targets, findUse).values()];
  const one: OneCheck = {
    ...checker,
    answers: await cache.open(
      hosts.flat().map(({ address }) => address),
      isFresh,
    ),
    slots: createSlots(concurrency),
    judgeSoft404: createJudgeSoft404(client),
    judgeSecurity: isSecure ? createJudgeSecurity(client) : async (_, answer) => answer,
    wasMissing,
    signal,
  };
  const suspicion = suspectResolver(report, isFresh);
  const checkGroups = async (groups: TargetGroup[]) => {
    const known = groups.map((group) => reportRecorded(one, group, report));
    const unknown = groups.filter((_, index) => known[index] === null);
    await Promise.all([...known, checkHost(one, unknown, suspicion.take)]);
  };
  await Promise.all(hosts.map(checkGroups));
  await one.answers.flush();
  suspicion.settle();
}

/** Reports the verdicts of a group whose answer is in the database; returns null if it is not. */
function reportRecorded(one: OneCheck, group: TargetGroup, report: Report): Promise<void> | null {
  const answer = one.answers.recorded(group);
  return answer && judge(one, group, async () => answer).then((judged) => reportAll(group, judged, report));
}

/** Checks a host's groups. A host that does not exist, or that does not answer, gets no further requests. */
async function checkHost(one: OneCheck, groups: TargetGroup[], report: Report): Promise<void> {
  let silent = 0;
  let absent: LinkAnswer | null = null;
  const own = createSlots(one.perHost);
  const checkNext = async (group: TargetGroup, rest: Rest): Promise<void> => {
    const isSilent = silent >= SILENCE_ENOUGH;
    const answer = absent ?? (isSilent ? leftAlone(group.address) : await judgeRequested(one, group, rest));
    if (answer.rule === "links/domain-not-found" && answer.finalUrl === null) absent = answer;
    else if (silent < SILENCE_ENOUGH) silent = isSilence(answer) ? silent + 1 : 0;
    reportAll(group, answer, report);
  };
  const check = (group: TargetGroup) => own.run((rest) => checkNext(group, rest), one.signal);
  const waiting = [...groups];
  const work = async (): Promise<void> => {
    for (let group = waiting.shift(); group; group = waiting.shift()) await check(group);
  };
  // The first one shows whether the host exists at all.
  const first = waiting.shift();
  if (first) await check(first);
  await Promise.all(Array.from({ length: Math.max(one.perHost, MOST_RESTING) }, work));
}

/** `rest`: of the host's slot. It is taken before the one of all hosts, also after a pause, so that no two wait for each other. */
function judgeRequested(one: OneCheck, group: TargetGroup, rest: Rest): Promise<LinkAnswer> {
  return judge(one, group, (restOfAll) => answerOf(one, group, (wait) => restOfAll(() => rest(wait))));
}

/** Judges an answer for this site, when a slot is free. One target of many thousands must not end the check of all. */
function judge(one: OneCheck, { address }: TargetGroup, answer: (rest: Rest) => Promise<LinkAnswer>): Promise<LinkAnswer> {
  const { slots, judgeSecurity, onFault, signal } = one;
  const safely = async (rest: Rest): Promise<LinkAnswer> => {
    try {
      return await judgeSecurity(address, await answer(rest), signal);
    } catch (error) {
      signal.throwIfAborted();
      onFault(error, address);
      return faultyAnswer("links/unknown", error instanceof ReadingBrokeOffError ? TOO_MUCH_TO_READ : OUR_FAULT);
    }
  };
  return slots.run(safely, signal);
}

/** Returns the recent answer that this process has, or requests the address. */
async function answerOf(one: OneCheck, group: TargetGroup, rest: Rest): Promise<LinkAnswer> {
  const { client, answers, judgeSoft404, pauseMs, wasMissing, signal } = one;
  const recent = answers.recent(group);
  if (recent) return recent;
  const { address, use } = group;
  const body = needsFile(use?.needs) ? "none" : namesAnchors(group) ? "anchors" : mayBePage(address) ? "titles" : "none";
  const asked = { pauseMs, wasMissing: wasMissing(address), use, rest, signal };
  const confirmed = await confirmAnswer(client, address, { body, ...asked });
  const answer = judgeParked(address, await judgeSoft404(address, confirmed, signal));
  await answers.keep(address, answer);
  return answer;
}

function reportAll({ targets }: TargetGroup, answer: LinkAnswer, report: Report): void {
  for (const target of targets) report(verdictOf(target, answer));
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
