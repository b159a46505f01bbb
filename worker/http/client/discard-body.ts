import type { Dispatcher } from "undici";

/** A body up to this size is read to its end, so that its connection can be reused; a longer one costs more than a new connection. */
const WORTH_READING_BYTES = 16_384;

/** Discards a body without waiting for it: one that never ends is closed when its request times out. */
export function discardBody(body: Dispatcher.ResponseData["body"]): void {
  void body.dump({ limit: WORTH_READING_BYTES });
}
