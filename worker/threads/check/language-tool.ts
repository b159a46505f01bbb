import { request } from "undici";
import {
  type LanguageToolMatch,
  languageToolAnswer,
  languageToolCode,
} from "#worker/core/checks/grammar/linters/language-tool-reports.ts";
import type { Language } from "#worker/core/language/languages.ts";

/** Requests a LanguageTool server's matches in a text; null if it gave no usable answer. Never rejects. */
export type RequestMatches = (text: string, language: Language) => Promise<LanguageToolMatch[] | null>;

type Options = {
  /** Address of the server, such as http://localhost:8081; `/v2/check` is added. */
  url: string;
  /** Receives a fault, at most once in each pause. */
  onFault(error: unknown): void;
  timeoutMs?: number;
  /** Pause after a failure, in which the server gets no requests. */
  pauseMs?: number;
  /** Requests at a time; the others wait. */
  atATime?: number;
  now?(): number;
};

const TIMEOUT_MS = 10_000;
/** A server loads a language at its first text, which took 22 s on a loaded machine: that request may take so many times as long. */
const FIRST_TEXT_FACTOR = 3;
const PAUSE_MS = 60_000;
const AT_A_TIME = 2;
const MAX_BYTES = 4_000_000;

/** Creates a client of LanguageTool's HTTP API, version 2, which pauses when the server is slow, broken or gone. */
export function createLanguageTool({
  url,
  onFault,
  timeoutMs = TIMEOUT_MS,
  pauseMs = PAUSE_MS,
  atATime = AT_A_TIME,
  now = () => performance.now(),
}: Options): RequestMatches {
  const endpoint = new URL(`${url.replace(/(?<!\/)\/+$/, "").replace(/\/v2(?:\/check)?$/, "")}/v2/check`);
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const loaded = new Set<Language>();
  let running = 0;
  const waiting: (() => void)[] = [];

  const requestUnlessPaused = async (text: string, language: Language): Promise<LanguageToolMatch[] | null> => {
    // Another request may have found the server gone while this one waited.
    if (now() < pausedUntil) return null;
    try {
      const limitMs = loaded.has(language) ? timeoutMs : FIRST_TEXT_FACTOR * timeoutMs;
      const matches = await requestOnce(endpoint, { text, language, timeoutMs: limitMs });
      loaded.add(language);
      return matches;
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
      return await requestUnlessPaused(text, language);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

type Passage = { text: string; language: Language; timeoutMs: number };

/** Sends one request. @throws if the answer is late, has another status than 200, is too long, or is malformed */
async function requestOnce(endpoint: URL, { text, language, timeoutMs }: Passage): Promise<LanguageToolMatch[]> {
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
