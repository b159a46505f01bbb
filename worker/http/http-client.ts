import type { Dispatcher } from "undici";
import type { HeadersFor } from "../core/sign-in/sign-in-headers.ts";
import { createGuardedAgent } from "./guarded-agent.ts";
import { createHostLimiter, type HostLimiter } from "./host-limiter.ts";

/** All that our requests share: the agent that refuses private addresses, politeness, name, and bounds. */
export type HttpClient = {
  agent: Dispatcher;
  limiter: HostLimiter;
  userAgent: string;
  /** Longest body, unpacked. */
  maxBytes: number;
  /** For one page or target, redirects and body included. */
  timeoutMs: number;
  /** What a Site's sign-in adds to a request, asked for every step of a redirect; absent where there is none. */
  signInHeaders?: HeadersFor | undefined;
  close(): Promise<void>;
};

type ClientOptions = {
  userAgent: string;
  allowedPrivateHosts: readonly string[];
  perHost?: number;
  maxBytes?: number;
  timeoutMs?: number;
};

/** A client for one process. Defaults: 4 requests at a time to one host, 10 MB, 20 seconds. */
export function createHttpClient(options: ClientOptions): HttpClient {
  const { userAgent, allowedPrivateHosts, perHost = 4, maxBytes = 10_000_000, timeoutMs = 20_000 } = options;
  const agent = createGuardedAgent({ allowedPrivateHosts });
  const limiter = createHostLimiter({ perHost, now: () => performance.now() });
  return { agent, limiter, userAgent, maxBytes, timeoutMs, close: () => agent.destroy() };
}
