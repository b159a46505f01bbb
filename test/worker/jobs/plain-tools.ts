import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";
import { hashOf } from "#worker/core/text/text-hash.ts";
import type { CrawlTools } from "#worker/crawl/make-ports.ts";
import { createHttpClient, type HttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";

/** Tools of a worker without browser, whose one check knows one wrong word: what these tests are about is not what checks find. */
export function openPlainTools(): CrawlTools & { client: HttpClient } {
  return {
    client: createHttpClient({ userAgent: "FlawlessBot test", allowedPrivateHosts: ["127.0.0.1"] }),
    browser: null,
    checks: { version: hashOf(["recieve"]), checkBlocks },
    answers: createAnswerCache(),
  };
}

const checkBlocks: CheckBlocks = async (blocks) =>
  blocks.map(({ hash, text }) => {
    const start = text.indexOf("recieve");
    const finding = {
      check: "spelling",
      rule: "spelling/unknown-word",
      severity: "error",
      confidence: 0.9,
      evidence: "listed-slip",
      message: "“recieve” is not a known word.",
      text: "recieve",
      suggestions: ["receive"],
      excerpt: text,
      range: { start, end: start + 7 },
      subject: "recieve",
    } as const;
    return { hash, language: "en-US", findings: start < 0 ? [] : [{ ...finding, suggestions: ["receive"] }] };
  });
