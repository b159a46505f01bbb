import type { Json, StripeEvent, StripeObject } from "./objects.ts";
import { clock, makeId, type State } from "./state.ts";

export const API_VERSION = "2026-10-28.endive";

/** Records an event with the object's current state, due to be delivered. */
export function recordEvent(state: State, type: string, object: StripeObject, previous?: { [key: string]: Json }): StripeEvent {
  const data = { object: structuredClone(object), ...(previous ? { previous_attributes: previous } : {}) };
  const event: StripeEvent = {
    id: makeId("evt"),
    object: "event",
    api_version: API_VERSION,
    created: clock(state),
    data,
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
  state.events[event.id] = event;
  state.undelivered.push(event.id);
  return event;
}
