import { LONGEST_DELAY_MS, type Pace } from "#worker/core/pace/pace.ts";
import type { ShareGrant, ShareRequest } from "#worker/core/pace/share-host.ts";
import type { Log } from "#worker/log.ts";
import { type LocalHost, paceOf } from "./host-state.ts";

/** Asks for this worker's part in many hosts at once, by host. See `shareHost`. */
export type ClaimShares = (requests: ReadonlyMap<string, ShareRequest>) => Promise<Map<string, ShareGrant>>;

/** `workerId`: distinguishes this process from all others, also from itself before a restart. */
export type LeaseOptions = { claim: ClaimShares; workerId: string; log: Log };

export type HostLeases = {
  /** True if one more request may start. If not, what is missing is asked for. */
  covers(lane: LocalHost): boolean;
  /** Tells the others what this process learnt about a host. */
  tell(lane: LocalHost): void;
  close(): Promise<void>;
};

/** What is in use is leased again this often, what was denied asked for this often, and what rests so long is given back. */
const RENEW_MS = 2_000;
const ASK_AGAIN_MS = 300;
const IDLE_MS = 500;
const TICK_MS = 100;
/** A lease ends a little earlier here than for the others: the answer took its time. */
const SAFETY_MS = 500;
/** Hosts asked for at a time. */
const BATCH = 200;

type Surroundings = {
  lanes: Map<string, LocalHost>;
  usual: Pace;
  now: () => number;
  admit(lane: LocalHost): void;
  forget(lane: LocalHost): void;
};

/**
 * Keeps this process's parts in hosts. Requests about all hosts go out together, one batch at a time, so a crawl costs one question in two
 * seconds however fast it is. When no one answers, what is leased is used until it ends, and then nothing starts.
 */
export function createHostLeases(options: LeaseOptions & Surroundings): HostLeases {
  const { claim, workerId, log, lanes, usual, now, admit, forget } = options;
  const toAsk = new Set<LocalHost>();
  let asking: Promise<void> | null = null;
  let isSilent = false;

  const wantedBy = (lane: LocalHost): number => {
    const { atATime } = paceOf(lane, usual);
    const needed = lane.active + lane.waiting.length;
    if (needed === 0 && now() - lane.usedAt > IDLE_MS) return 0;
    return lane.paces.size > 0 ? atATime : Math.min(atATime, needed);
  };
  const requestOf = (lane: LocalHost): ShareRequest => {
    const { atATime, delayMs } = paceOf(lane, usual);
    const left = (until: number | null) => (until === null ? 0 : Math.max(0, until - now()));
    return {
      workerId,
      wanted: wantedBy(lane),
      active: lane.active,
      atATime,
      delayMs,
      share: lane.backOff.share,
      holdMs: left(lane.news.heldUntil),
      freeInMs: left(lane.freeAt),
      crawlDelayMs: lane.news.crawlDelayMs,
    };
  };
  const take = (lane: LocalHost, { wanted }: ShareRequest, grant: ShareGrant, sentAt: number): void => {
    const { slots, leaseMs, heldMs, freeInMs, crawlDelayMs } = grant;
    const isEnough = slots >= Math.max(wanted, lane.active);
    lane.lease = { slots, wanted, until: sentAt + leaseMs - SAFETY_MS, renewAt: sentAt + (isEnough ? RENEW_MS : ASK_AGAIN_MS) };
    lane.heldUntil = Math.max(lane.heldUntil, now() + heldMs);
    lane.freeAt = Math.max(lane.freeAt, now() + freeInMs);
    if (lane.news.crawlDelayMs === null) lane.crawlDelayMs = Math.min(crawlDelayMs, LONGEST_DELAY_MS);
  };
  const askOnce = async (batch: LocalHost[]): Promise<void> => {
    const requests = new Map(batch.map((lane) => [lane.host, requestOf(lane)]));
    const told = batch.map((lane) => lane.news);
    for (const lane of batch) lane.news = { crawlDelayMs: null, heldUntil: null };
    const sentAt = now();
    for (const lane of batch) {
      const wanted = requests.get(lane.host)?.wanted ?? 0;
      lane.lease = { ...lane.lease, wanted, renewAt: sentAt + RENEW_MS };
    }
    try {
      const grants = await claim(requests);
      for (const lane of batch) {
        const [request, grant] = [requests.get(lane.host), grants.get(lane.host)];
        if (request && grant) take(lane, request, grant, sentAt);
      }
      isSilent = false;
    } catch (error) {
      for (const [index, lane] of batch.entries()) lane.news = stillToTell(told[index], lane.news);
      if (!isSilent) log.warn({ err: error }, "could not lease hosts: trying again");
      isSilent = true;
      return;
    }
    for (const lane of batch) {
      admit(lane);
      forget(lane);
    }
  };
  const askAll = async (): Promise<void> => {
    // What comes in the same moment goes along.
    await Promise.resolve();
    while (toAsk.size > 0) {
      const batch = [...toAsk].slice(0, BATCH);
      for (const lane of batch) toAsk.delete(lane);
      await askOnce(batch);
    }
    asking = null;
  };
  const ask = (lane: LocalHost): void => {
    toAsk.add(lane);
    asking ??= askAll();
  };
  const look = (): void => {
    const time = now();
    for (const lane of lanes.values()) {
      const isNeeded = lane.active > 0 || lane.waiting.length > 0;
      const isResting = lane.lease.slots > 0 && time - lane.usedAt > IDLE_MS;
      if (isNeeded ? time >= lane.lease.renewAt : isResting || hasNews(lane)) ask(lane);
    }
  };
  const timer = setInterval(look, TICK_MS);
  timer.unref();
  return {
    covers(lane) {
      const isLeased = now() < lane.lease.until;
      if (isLeased && lane.active < lane.lease.slots) return true;
      if (now() >= lane.lease.renewAt || wantedBy(lane) > lane.lease.wanted) ask(lane);
      return false;
    },
    tell: ask,
    async close() {
      clearInterval(timer);
      await asking;
      for (const lane of lanes.values()) lane.usedAt = Number.NEGATIVE_INFINITY;
      const leased = [...lanes.values()].filter(({ lease, active }) => lease.slots > 0 && active === 0);
      for (let index = 0; index < leased.length; index += BATCH) await askOnce(leased.slice(index, index + BATCH));
    },
  };
}

type News = LocalHost["news"];

function hasNews({ news }: LocalHost): boolean {
  return news.crawlDelayMs !== null || news.heldUntil !== null;
}

/** What did not get through, unless it is out of date meanwhile. */
function stillToTell(before: News | undefined, since: News): News {
  return {
    crawlDelayMs: since.crawlDelayMs ?? before?.crawlDelayMs ?? null,
    heldUntil: since.heldUntil ?? before?.heldUntil ?? null,
  };
}
