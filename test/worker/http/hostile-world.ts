import { type HostileOptions, type HostileServer, startHostileServer } from "#test/support/servers/hostile-server.ts";
import type { FetchedPage } from "#worker/core/crawl/fetched-page.ts";
import type { Validators } from "#worker/core/crawl/visit.ts";
import { createHttpClient, type HttpClient } from "#worker/http/client/http-client.ts";
import { fetchPage } from "#worker/http/read/fetch-page.ts";

/** Longest time for one page in these tests. */
export const TIMEOUT_MS = 1000;
export const MAX_BYTES = 1_000_000;
/** Signal for calls that are never aborted. */
export const NEVER = new AbortController().signal;

type WorldOptions = HostileOptions & {
  /** Private hosts that may be visited beside the server itself. */
  allow?: string[];
  perHost?: number;
};

/** A misbehaving server and a client with small bounds that may visit it; both go when the block ends (`await using`). */
export type HostileWorld = AsyncDisposable & {
  server: HostileServer;
  client: HttpClient;
  /** A path of the server, or a whole address. */
  fetch(path: string, options?: { validators?: Validators; signal?: AbortSignal }): Promise<FetchedPage>;
};

export async function open({ allow = [], perHost, ...options }: WorldOptions = {}): Promise<HostileWorld> {
  const server = await startHostileServer(options);
  const client = createHttpClient({
    userAgent: "TestBot/1.0",
    allowedPrivateHosts: [new URL(server.url).host, ...allow],
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
    ...(perHost ? { perHost } : {}),
  });
  return {
    server,
    client,
    fetch: (path, { validators = null, signal = NEVER } = {}) =>
      fetchPage(client, URL.parse(path)?.href ?? server.url + path, { validators, signal }),
    async [Symbol.asyncDispose]() {
      await client.close();
      await server.close();
    },
  };
}
