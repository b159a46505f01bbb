import { setTimeout as pause } from "node:timers/promises";
import { log } from "#worker/log.ts";
import { signWebhook } from "./sign-webhook.ts";
import type { State } from "./state.ts";

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 60_000;
const ANSWER_MS = 15_000;

export type Deliverer = {
  /** Sends due events, each on its own, so that they may arrive in any order, as Stripe's do. */
  pump(): void;
  /** Holds events back until `release`. */
  hold(): void;
  release(): void;
  /** Sends one event now, even if it was delivered before. Returns the webhook's status. */
  deliver(eventId: string): Promise<number>;
  /** Resolves when no event is due. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

type Options = { state: State; save(): void; webhookUrl: string; webhookSecret: string };

/** Delivers signed events to the webhook by real HTTP, again and again until it answers with 2xx. */
export function createDeliverer({ state, save, webhookUrl, webhookSecret }: Options): Deliverer {
  const closing = new AbortController();
  const running = new Map<string, Promise<void>>();
  let held = false;

  const deliver = async (eventId: string): Promise<number> => {
    const body = JSON.stringify(state.events[eventId]);
    const signature = signWebhook(body, webhookSecret, Math.floor(Date.now() / 1000));
    const signal = AbortSignal.any([AbortSignal.timeout(ANSWER_MS), closing.signal]);
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "stripe-signature": signature,
      "user-agent": "Stripe/1.0 (stand-in)",
    };
    const response = await fetch(webhookUrl, { method: "POST", body, headers, signal, redirect: "manual" });
    await response.arrayBuffer();
    return response.status;
  };

  const deliverUntilAccepted = async (eventId: string): Promise<void> => {
    for (let waitMs = FIRST_RETRY_MS; !closing.signal.aborted && !held; waitMs = Math.min(waitMs * 2, LAST_RETRY_MS)) {
      const status = await deliver(eventId).catch((error: unknown) => String(error));
      if (typeof status === "number" && status >= 200 && status < 300) {
        state.undelivered = state.undelivered.filter((id) => id !== eventId);
        save();
        return;
      }
      log.debug({ eventId, status, waitMs }, "the webhook did not accept an event; trying again");
      await pause(waitMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  };

  const pump = () => {
    if (held || closing.signal.aborted) return;
    for (const eventId of state.undelivered) {
      if (running.has(eventId)) continue;
      running.set(
        eventId,
        deliverUntilAccepted(eventId).finally(() => running.delete(eventId)),
      );
    }
  };

  return {
    pump,
    deliver,
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      pump();
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
    close: async () => {
      closing.abort();
      await Promise.all(running.values());
    },
  };
}
