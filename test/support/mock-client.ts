import { MockAgent } from "undici";
import { createHttpClient, type HttpClient } from "#worker/http/client/http-client.ts";

/** An origin's answer to a request. */
export type MockAnswer = { status: number; html?: string; location?: string; type?: string };

/**
 * Creates an HTTP client for public names. Requests go to these origins only, which answer by path and method; all others are
 * refused.
 */
export function createMockClient(origins: Record<string, (path: string, method: string) => MockAnswer>) {
  const agent = new MockAgent();
  agent.disableNetConnect();
  const asked: string[] = [];
  for (const [origin, answer] of Object.entries(origins)) {
    for (const method of ["GET", "HEAD"]) {
      const reply = ({ path }: { path: string }) => {
        asked.push(`${method} ${origin}${path}`);
        const { status, html = "", location, type = "text/html" } = answer(path, method);
        const headers = { "content-type": type, ...(location ? { location } : {}) };
        return { statusCode: status, data: html, responseOptions: { headers } };
      };
      agent
        .get(origin)
        .intercept({ path: () => true, method })
        .reply(reply)
        .persist();
    }
  }
  const client: HttpClient = {
    ...createHttpClient({ userAgent: "TestBot/1.0", allowedPrivateHosts: [], timeoutMs: 1_000 }),
    agent,
  };
  return { client, asked };
}
