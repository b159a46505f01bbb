import { type Dispatcher, request } from "undici";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { describeFailure } from "./describe-failure.ts";
import { readBody } from "./read-body.ts";
import { retryAfterMs } from "./retry-after.ts";

/** `answer`: the beginning of the body. */
export type Posted = { status: number; retryAfterMs: number | null; answer: string } | { status: null; failure: PageFailure };

type Message = { headers: Record<string, string>; body: string };

/** The time for one message, from looking up the host to the end of the answer. */
const TIME_MS = 10_000;
/** The part of an answer that is read. */
const MOST_READ_BYTES = 4_096;

/**
 * Posts a message and returns the answer, however bad. Follows no redirect: the address belongs to somebody else's program, and another one
 * would get the message. `agent` refuses private addresses at each connection. The status counts also if the body breaks off or never ends.
 * @throws errors that are not the network's.
 */
export async function postMessage(
  agent: Dispatcher,
  address: string,
  { headers, body }: Message,
  timeMs: number = TIME_MS,
): Promise<Posted> {
  const signal = AbortSignal.timeout(timeMs);
  try {
    const response = await request(address, { dispatcher: agent, method: "POST", headers, body, signal });
    const { bytes } = await readBody(response.body, response.headers["content-encoding"], MOST_READ_BYTES);
    return {
      status: response.statusCode,
      retryAfterMs: retryAfterMs(response.headers["retry-after"], new Date()),
      answer: bytes.toString("utf8"),
    };
  } catch (error) {
    const failure = describeFailure(error, address);
    if (!failure) throw error;
    return { status: null, failure };
  }
}
