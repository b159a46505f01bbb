import { request } from "undici";
import {
  type LanguageToolMatch,
  languageToolAnswer,
  languageToolCode,
} from "#worker/core/checks/grammar/linters/language-tool-reports.ts";
import type { Language } from "#worker/core/language/languages.ts";

/** Asks a LanguageTool server about a text; null when it gave no answer that can be used. Never rejects. */
export type AskLanguageTool = (text: string, language: Language) => Promise<LanguageToolMatch[] | null>;

type Options = {
  /** Where its API answers, such as http://localhost:8081; `/v2/check` is added. */
  url: string;
  /** Told of what went wrong, at most once each pause. */
  onFault(error: unknown): void;
  timeoutMs?: number;
  /** After a failure nobody waits for the server again before this has passed. */
  pauseMs?: number;
  /** Requests at a time; the others wait. */
  atATime?: number;
  now?(): number;
};

const TIMEOUT_MS = 10_000;
const PAUSE_MS = 60_000;
const AT_A_TIME = 2;
const MAX_BYTES = 4_000_000;

/** A client of LanguageTool's HTTP API, version 2, that keeps its distance from a server that is slow, broken or gone. */
export function createLanguageTool({
  url,
  onFault,
  timeoutMs = TIMEOUT_MS,
  pauseMs = PAUSE_MS,
  atATime = AT_A_TIME,
  now = () => performance.now(),
}: Options): AskLanguageTool {
  const endpoint = new URL(`${url.replace(/(?<!\/)\/+$/, "").replace(/\/v2(?:\/check)?$/, "")}/v2/check`);
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let running = 0;
  const waiting: (() => void)[] = [];

  const ask = async (text: string, language: Language): Promise<LanguageToolMatch[] | null> => {
    // Those that waited while another found the server gone need not find it out themselves.
    if (now() < pausedUntil) return null;
    try {
      return await askOnce(endpoint, { text, language, timeoutMs });
    } catch (error) {
      if (now() >= pausedUntil) onFault(error);
      pausedUntil = now() + pauseMs;
      return null;
    }
  };

  return async (text, language) => {
    if (running >= atATime) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await ask(text, language);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

type Question = { text: string; language: Language; timeoutMs: number };

/** @throws when the server does not answer in time, with another status than 200, with too much, or with what is no answer */
async function askOnce(endpoint: URL, { text, language, timeoutMs }: Question): Promise<LanguageToolMatch[]> {
  const form = new URLSearchParams({ text, language: languageToolCode(language), level: "default" });
  const { statusCode, body } = await request(endpoint, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: form.toString(),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Buffer)) throw new Error("LanguageTool's answer is no stream of bytes.");
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error(`LanguageTool's answer is larger than ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  if (statusCode !== 200) throw new Error(`LanguageTool answered with status ${statusCode}.`);
  return languageToolAnswer.parse(JSON.parse(Buffer.concat(chunks).toString("utf8"))).matches;
}
