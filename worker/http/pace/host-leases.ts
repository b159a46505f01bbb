import { leaseFailed, leaseGranted, leaseRequest, leaseRequested } from "#worker/core/pace/host-lease.ts";
import { isLeaseDue, retire } from "#worker/core/pace/local-host.ts";
import type { Pace } from "#worker/core/pace/pace.ts";
import type { ShareGrant, ShareRequest } from "#worker/core/pace/share-host.ts";
import type { Log } from "#worker/log.ts";
import type { HostEntry } from "./host-entry.ts";

/** Requests this worker's part in many hosts at once, by host. See `shareHost`. */
export type ClaimShares = (requests: ReadonlyMap<string, ShareRequest>) => Promise<Map<string, ShareGrant>>;

/** `workerId`: distinguishes this process from all others, also from itself before a restart. */
export type LeaseOptions = { claim: ClaimShares; workerId: string; log: Log };

export type HostLeases = {
  /** Requests or renews the lease of a host with the next batch, and passes on what this process learnt about it. */
  request(entry: HostEntry): void;
  /** Returns all leases. */
  close(): Promise<void>;
};

const TICK_MS = 100;
/** Hosts in one batch. */
const BATCH = 200;

type Surroundings = {
  hosts: ReadonlyMap<string, HostEntry>;
  usual: Pace;
  now: () => number;
  onAnswer(entry: HostEntry): void;
};

type Leases = LeaseOptions & Surroundings & { due: Set<HostEntry>; sending: Promise<void> | null; isSilent: boolean };

/**
 * Keeps this process's leases of hosts. Requests about all hosts go out together, one batch at a time, so that a crawl costs one message in
 * two seconds however fast it is. Without an answer, a lease is used until it ends, and then nothing starts.
 */
export function createHostLeases(options: LeaseOptions & Surroundings): HostLeases {
  const leases: Leases = { ...options, due: new Set(), sending: null, isSilent: false };
  const timer = setInterval(() => requestDue(leases), TICK_MS);
  timer.unref();
  return {
    request: (entry) => request(leases, entry),
    close: async () => {
      clearInterval(timer);
      await leases.sending;
      await returnAll(leases);
    },
  };
}

function request(leases: Leases, entry: HostEntry): void {
  leases.due.add(entry);
  leases.sending ??= sendAll(leases);
}

function requestDue(leases: Leases): void {
  const now = leases.now();
  for (const entry of leases.hosts.values()) if (isLeaseDue(entry.state, now)) request(leases, entry);
}

async function sendAll(leases: Leases): Promise<void> {
  // Requests of the same moment share the batch.
  await Promise.resolve();
  while (leases.due.size > 0) {
    const batch = [...leases.due].slice(0, BATCH);
    for (const entry of batch) leases.due.delete(entry);
    await send(leases, batch);
  }
  leases.sending = null;
}

async function send(leases: Leases, batch: HostEntry[]): Promise<void> {
  const { claim, workerId, usual, now, log } = leases;
  const sentAt = now();
  const sent = batch.map((entry) => ({
    entry,
    news: entry.state.news,
    request: leaseRequest(entry.state, workerId, usual, sentAt),
  }));
  for (const { entry, request } of sent) entry.state = leaseRequested(entry.state, request, sentAt);
  try {
    const grants = await claim(new Map(sent.map(({ entry, request }) => [entry.state.name, request])));
    for (const { entry, request } of sent) {
      const grant = grants.get(entry.state.name);
      if (grant) entry.state = leaseGranted(entry.state, request, grant, { sentAt, now: now() });
    }
    leases.isSilent = false;
  } catch (error) {
    for (const { entry, news } of sent) entry.state = leaseFailed(entry.state, news);
    if (!leases.isSilent) log.warn({ err: error }, "could not lease hosts: trying again");
    leases.isSilent = true;
    return;
  }
  for (const { entry } of sent) leases.onAnswer(entry);
}

async function returnAll(leases: Leases): Promise<void> {
  const { hosts } = leases;
  for (const entry of hosts.values()) entry.state = retire(entry.state);
  const leased = [...hosts.values()].filter(({ state }) => state.lease.slots > 0 && state.active === 0);
  for (let index = 0; index < leased.length; index += BATCH) await send(leases, leased.slice(index, index + BATCH));
}
