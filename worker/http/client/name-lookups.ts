import { type LookupAddress, lookup } from "node:dns";
import { LRUCache } from "lru-cache";
import { createSlots } from "#worker/async/slots.ts";
import { within } from "#worker/async/within.ts";
import { errorCode } from "./error-code.ts";

/** Looks up the addresses of names, each once in a while for all sites of this process. */
export type NameLookups = {
  /** @throws the resolver's error: `ENOTFOUND` where a name does not exist, `EAI_AGAIN` where no name server answers in time. */
  resolve(name: string): Promise<LookupAddress[]>;
  /** Begins to look a name up, beside everything else, so that its address is known when it is requested. */
  prepare(name: string): void;
  /** Forgets that a name does not exist: its owner may have just set it up. */
  forget(name: string): void;
};

/**
 * `confirmMs`: the time after which a name that seems not to exist is looked up once more. `patienceMs`: the longest wait for a name server.
 */
type Options = {
  lookUp?: (name: string) => Promise<LookupAddress[]>;
  now?: () => number;
  confirmMs?: number;
  patienceMs?: number;
};

/**
 * Shorter than the time for a connection, which includes the look-up: otherwise a silent name server looks like a site that does not answer,
 * and links to it like broken ones. A later answer is remembered. Resolvers give up after ten seconds or more.
 */
const PATIENCE_MS = 8_000;

const FOUND_MS = 60_000;
const ABSENT_MS = 3_600_000;
/** An answer that was not confirmed yet. */
const DOUBTED_MS = 60_000;
const MOST_NAMES = 20_000;
/** Names that are prepared at a time: look-ups take threads that reading files and packed pages needs, too. */
const PREPARED_AT_A_TIME = 6;
const MOST_WAITING = 1_000;
const NO_NAME = new Set(["ENOTFOUND", "ENODATA"]);

type Known = { answer: { addresses: LookupAddress[] } | { error: unknown }; until: number };

export function createNameLookups({
  lookUp = lookUpAll,
  now = () => performance.now(),
  confirmMs = 1_000,
  patienceMs = PATIENCE_MS,
}: Options = {}): NameLookups {
  const known = new LRUCache<string, Known>({ max: MOST_NAMES });
  const running = new Map<string, Promise<LookupAddress[]>>();
  const slots = createSlots(PREPARED_AT_A_TIME);
  let waiting = 0;

  const recall = (name: string): Known | null => {
    const found = known.get(name);
    return found && found.until > now() ? found : null;
  };
  const start = (name: string): Promise<LookupAddress[]> => {
    const before = running.get(name);
    if (before) return before;
    const answer = ask(name).finally(() => running.delete(name));
    running.set(name, answer);
    return answer;
  };
  const ask = async (name: string): Promise<LookupAddress[]> => {
    const wasAbsent = known.has(name) && "error" in (known.get(name)?.answer ?? {});
    try {
      const addresses = await lookUp(name);
      known.set(name, { answer: { addresses }, until: now() + FOUND_MS });
      return addresses;
    } catch (error) {
      // Other errors may be ours, and pass.
      if (!NO_NAME.has(errorCode(error) ?? "")) throw error;
      known.set(name, { answer: { error }, until: now() + (wasAbsent ? ABSENT_MS : DOUBTED_MS) });
      if (!wasAbsent) setTimeout(() => settle(name), confirmMs).unref();
      throw error;
    }
  };
  const inTime = async (name: string, addresses: Promise<LookupAddress[]>): Promise<LookupAddress[]> => {
    if (await within(addresses, patienceMs)) return await addresses;
    throw Object.assign(new Error(`No name server answered for ${name}.`), { code: "EAI_AGAIN" });
  };
  /** Looks a name up once more. Its error reaches those that ask later. */
  const settle = (name: string) => void start(name).catch(() => undefined);

  return {
    resolve: async (name) => {
      const answer = recall(name)?.answer;
      if (!answer) return await inTime(name, start(name));
      if ("error" in answer) throw answer.error;
      return answer.addresses;
    },
    prepare: (name) => {
      if (waiting >= MOST_WAITING || running.has(name) || recall(name)) return;
      waiting += 1;
      void slots
        .run(() => (recall(name) ? Promise.resolve([]) : start(name)), NEVER)
        .catch(() => undefined)
        .finally(() => {
          waiting -= 1;
        });
    },
    forget: (name) => {
      if ("error" in (known.get(name)?.answer ?? {})) known.delete(name);
    },
  };
}

const NEVER = new AbortController().signal;

function lookUpAll(name: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookup(name, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });
}
