import type { Dispatcher } from "undici";
import type { HeadersFor } from "#worker/core/sign-in/sign-in-headers.ts";
import type { RobotsStore } from "#worker/core/url/robots/stored-robots.ts";
import { type Read, readHere } from "#worker/threads/read/readings.ts";
import type { LeaseOptions } from "../pace/host-leases.ts";
import { createHostLimiter, type HostLimiter } from "../pace/host-limiter.ts";
import { DEFAULT_LANGUAGES } from "./browser-headers.ts";
import { createEntrances, type Entrances } from "./entrances.ts";
import { type EventLoopDelay, measureEventLoopDelay } from "./event-loop-delay.ts";
import { createGuardedAgent } from "./guarded-agent.ts";
import { createNameLookups, type NameLookups } from "./name-lookups.ts";

/** Everything that our requests share: the agent that refuses private addresses, the limiter, the name, and the bounds. */
export type HttpClient = {
  agent: Dispatcher;
  limiter: HostLimiter;
  names: NameLookups;
  /** Cookies that sites want to see before they show their pages; each Crawl has its own. */
  entrances: Entrances;
  /** See `isAllowedPrivateHost`. */
  allowedPrivateHosts: readonly string[];
  /** Requests at a time to a verified site. */
  perSite: number;
  eventLoopDelay: EventLoopDelay;
  /** Parses what servers send. */
  read: Read;
  userAgent: string;
  /** The Accept-Language header of every request. */
  languages: string;
  /** Longest body, decompressed. */
  maxBytes: number;
  /** Limit for one page or target, redirects and body included. */
  timeoutMs: number;
  /** Headers that a Site's sign-in adds to a request, computed for every hop; absent for a Site without one. */
  signInHeaders?: HeadersFor | undefined;
  /** Store of robots.txt files; null if they are not kept. */
  robotsFiles: RobotsStore | null;
  close(): Promise<void>;
};

type ClientOptions = {
  userAgent: string;
  allowedPrivateHosts: readonly string[];
  /** Requests at a time to a host without a verified site. */
  perHost?: number;
  /** Requests at a time to a verified site; defaults to `perHost`. */
  perSite?: number;
  /** Shares hosts with other processes; without it, this process has them for itself. */
  leases?: LeaseOptions;
  /** Keeps robots.txt files beyond a Crawl; without it, they are not kept. */
  robotsFiles?: RobotsStore;
  /** Defaults to parsing at once in the caller's thread. */
  read?: Read;
  maxBytes?: number;
  timeoutMs?: number;
};

/** Creates the client of one process. Defaults: 4 requests at a time to one host, 10 MB, 20 seconds. */
export function createHttpClient(options: ClientOptions): HttpClient {
  const {
    userAgent,
    allowedPrivateHosts,
    perHost = 4,
    perSite = perHost,
    leases = null,
    robotsFiles = null,
    read = readHere,
    maxBytes = 10_000_000,
    timeoutMs = 20_000,
  } = options;
  const names = createNameLookups();
  const agent = createGuardedAgent({ allowedPrivateHosts, names });
  const pace = { atATime: perHost, delayMs: 0 };
  const limiter = createHostLimiter({ pace, now: () => performance.now(), leases });
  const eventLoopDelay = measureEventLoopDelay(() => performance.now());
  const close = async () => {
    eventLoopDelay.close();
    await agent.destroy();
    await limiter.close();
  };
  return {
    agent,
    limiter,
    names,
    entrances: createEntrances(),
    allowedPrivateHosts,
    perSite,
    robotsFiles,
    eventLoopDelay,
    read,
    userAgent,
    languages: DEFAULT_LANGUAGES,
    maxBytes,
    timeoutMs,
    close,
  };
}
