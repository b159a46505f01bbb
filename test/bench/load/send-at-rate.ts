import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

export type Planned = { url: string; cookie: string; kind: string };
/** `ms`: from the planned time to the last byte, so that a request which had to wait for the sender counts as slow. */
export type Answered = { kind: string; ms: number; status: number; bytes: number; error: string | null };

/** A slower answer counts as an error. */
const PATIENCE_MS = 30_000;

/**
 * Sends requests at a constant rate, whether or not earlier ones were answered, as visitors do, who do not know of each other and have
 * connections of their own. Returns all answers. `rate`: requests a second.
 */
export async function sendAtRate(planned: readonly Planned[], rate: number): Promise<Answered[]> {
  const agents = new Map<string, Agent>();
  const began = performance.now();
  const answers: Promise<Answered>[] = [];
  for (const [at, each] of planned.entries()) {
    const due = began + (at * 1_000) / rate;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    const agent = agents.get(each.cookie) ?? new Agent({ keepAlive: true });
    agents.set(each.cookie, agent);
    answers.push(sendOne(agent, each, due));
  }
  const all = await Promise.all(answers);
  for (const agent of agents.values()) agent.destroy();
  return all;
}

/** Sends requests one after the other. */
export async function sendInTurn(planned: readonly Planned[]): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true });
  const all: Answered[] = [];
  for (const each of planned) all.push(await sendOne(agent, each, performance.now()));
  agent.destroy();
  return all;
}

async function sendOne(agent: Agent, { url, cookie, kind }: Planned, due: number): Promise<Answered> {
  const outcome = await receive(agent, url, cookie);
  return { kind, ms: performance.now() - due, ...outcome };
}

/** Requests a page as a browser does; the answer is not unpacked. */
function receive(agent: Agent, url: string, cookie: string): Promise<Pick<Answered, "status" | "bytes" | "error">> {
  const headers = { cookie, accept: "text/html", "accept-encoding": "gzip, deflate, br" };
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ status: 0, bytes: 0, error: error.message });
    const sent = request(url, { agent, headers, timeout: PATIENCE_MS }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("error", failed);
      response.on("end", () => {
        const { statusCode: status = 0 } = response;
        resolve({ status, bytes, error: status === 200 ? null : `status ${status}` });
      });
    });
    sent.on("timeout", () => sent.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)));
    sent.on("error", failed);
    sent.end();
  });
}
