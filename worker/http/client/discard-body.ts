import type { Dispatcher } from "undici";

/** A body up to this size is read to its end, so that its connection can serve the next request; a longer one costs more than a new one. */
const WORTH_READING_BYTES = 16_384;

/** Lets go of a body that no one wants. Does not wait for it: a body that never ends goes when its request's time is over. */
export function discardBody(body: Dispatcher.ResponseData["body"]): void {
  void body.dump({ limit: WORTH_READING_BYTES });
}
