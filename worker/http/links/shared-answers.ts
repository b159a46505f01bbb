import type { LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import { isShareable, shareableForMs } from "#worker/core/checks/links/shared-answer.ts";

/** What addresses outside the sites answered of late, whichever worker asked. Only addresses that may be shared come here. */
export type AnswerRecord = {
  recall(addresses: string[]): Promise<Map<string, LinkAnswer>>;
  keep(answers: { address: string; answer: LinkAnswer; forMs: number }[]): Promise<void>;
};

/** The record as one link check uses it. */
export type SharedAnswers = {
  /** Null where nothing is on record that is still good. */
  known(address: string): LinkAnswer | null;
  keep(address: string, answer: LinkAnswer): Promise<void>;
  /** Puts what was kept on record. */
  flush(): Promise<void>;
};

const AT_ONCE = 500;

/** Reads what is on record of these addresses; what is then kept is recorded many at a time. */
export async function openSharedAnswers(record: AnswerRecord, addresses: string[]): Promise<SharedAnswers> {
  const found = new Map<string, LinkAnswer>();
  const shareable = addresses.filter(isShareable);
  for (let index = 0; index < shareable.length; index += AT_ONCE)
    for (const [address, answer] of await record.recall(shareable.slice(index, index + AT_ONCE))) found.set(address, answer);
  const waiting: Parameters<AnswerRecord["keep"]>[0] = [];
  const flush = async () => {
    const answers = waiting.splice(0);
    if (answers.length > 0) await record.keep(answers);
  };
  return {
    known: (address) => found.get(address) ?? null,
    keep: async (address, answer) => {
      const forMs = isShareable(address) ? shareableForMs(answer) : null;
      if (forMs === null) return;
      waiting.push({ address, answer, forMs });
      if (waiting.length >= AT_ONCE) await flush();
    },
    flush,
  };
}
