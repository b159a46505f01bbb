import type { Dispatcher } from "undici";
import type { HeadersFor } from "#worker/core/sign-in/sign-in-headers.ts";
import type { RobotsStore } from "#worker/core/url/stored-robots.ts";
import { type Read, readHere } from "#worker/threads/read/readings.ts";
import type { LeaseOptions } from "../pace/host-leases.ts";
import { createHostLimiter, type HostLimiter } from "../pace/host-limiter.ts";
import { type EventLoopDelay, measureEventLoopDelay } from "./event-loop-delay.ts";
import { createGuardedAgent } from "./guarded-agent.ts";

/** All that our requests share: the agent that refuses private addresses, politeness, name, and bounds. */
export type HttpClient = {
  agent: Dispatcher;
  limiter: HostLimiter;
  /** See `isAllowedPrivateHost`. */
  allowedPrivateHosts: readonly string[];
  /** Requests at a time to a site whose owner proved it theirs. */
  perSite: number;
  lostTime: EventLoopDelay;
  /** Takes what servers send apart. */
  read: Read;
  userAgent: string;
  /** Longest body, unpacked. */
  maxBytes: number;
  /** For one page or target, redirects and body included. */
  timeoutMs: number;
  /** What a Site's sign-in adds to a request, asked for every step of a redirect; absent where there is none. */
  signInHeaders?: HeadersFor | undefined;
  /** Where robots.txt files are kept; null where they are not. */
  robotsFiles: RobotsStore | null;
  close(): Promise<void>;
};

type ClientOptions = {
  userAgent: string;
  allowedPrivateHosts: readonly string[];
  /** Requests at a time to a host that nobody spoke for. */
  perHost?: number;
  /** Requests at a time to a site whose owner proved it theirs; `perHost` if left out. */
  perSite?: number;
  /** How hosts are shared with other processes; this one has them for itself if left out. */
  leases?: LeaseOptions;
  /** Where robots.txt files are kept beyond a Crawl; nowhere if left out. */
  robotsFiles?: RobotsStore;
  /** At once, in the caller's thread, if left out. */
  read?: Read;
  maxBytes?: number;
  timeoutMs?: number;
};

/** A client for one process. Defaults: 4 requests at a time to one host, 10 MB, 20 seconds. */
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
  const agent = createGuardedAgent({ allowedPrivateHosts });
  const pace = { atATime: perHost, delayMs: 0 };
  const limiter = createHostLimiter({ pace, now: () => performance.now(), leases });
  const lostTime = measureEventLoopDelay(() => performance.now());
  const close = async () => {
    lostTime.close();
    await agent.destroy();
    await limiter.close();
  };
  return { agent, limiter, allowedPrivateHosts, perSite, robotsFiles, lostTime, read, userAgent, maxBytes, timeoutMs, close };
}
