import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { type SiteServer as PlainServer, serveSite } from "#test/support/servers/site-server.ts";

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

export type SiteServer = PlainServer & {
  port: number;
  /** Answers a path itself instead of a fixture. */
  on(path: string, handle: Handle): void;
};

/** Serves test/fixtures/sites on a free loopback port; folders give their index.html. */
export async function startSiteServer(): Promise<SiteServer> {
  const handlers = new Map<string, Handle>();
  const server = await serveSite(join(import.meta.dirname, "..", "..", "fixtures", "sites"), {
    intercept: (request, response) => {
      const handle = handlers.get(new URL(request.url ?? "/", "http://site").pathname);
      handle?.(request, response);
      return handle !== undefined;
    },
  });
  return { ...server, port: Number(new URL(server.url).port), on: (path, handle) => void handlers.set(path, handle) };
}
