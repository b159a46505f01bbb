import { describe, expect, it } from "vitest";
import { answerIfChanged } from "#app/_lib/answers/answer-if-changed.ts";

const HEADERS = { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=300" };
const ask = (text: string, etag?: string) =>
  answerIfChanged(
    new Request("https://flawless.example/", { headers: etag === undefined ? {} : { "If-None-Match": etag } }),
    text,
    HEADERS,
  );

describe("answerIfChanged", () => {
  it("answers 304 to whoever has the same text, and the text to all others", async () => {
    const first = ask("<svg>3</svg>");
    const etag = first.headers.get("etag") ?? "";
    expect([first.status, await first.text(), /^"[\w-]+"$/.test(etag)]).toEqual([200, "<svg>3</svg>", true]);
    for (const sent of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = ask("<svg>3</svg>", sent);
      expect([again.status, await again.text(), again.headers.get("etag")], sent).toEqual([304, "", etag]);
      expect(again.headers.get("cache-control")).toBe("public, max-age=300");
    }
    for (const sent of ['"other"', "", etag.replaceAll('"', "")]) expect(ask("<svg>3</svg>", sent).status, sent).toBe(200);
    expect(ask("<svg>4</svg>", etag).status).toBe(200);
  });
});
