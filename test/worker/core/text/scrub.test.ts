import { describe, expect, it } from "vitest";
import { scrub } from "#worker/core/text/scrub.ts";

describe("scrub", () => {
  it.each([
    ["550 5.1.1 <anna.smith@example.com>: user unknown", "550 5.1.1 <[address]>: user unknown"],
    ["mail to anna+tag@mail.example.co.uk failed", "mail to [address] failed"],
    ["fetch https://user:pw@example.com/decide/abc?token=x#y failed", "fetch [url] failed"],
    ["postgresql://flawless:secret@db:5432/x refused", "[url] refused"],
    ["getaddrinfo ENOTFOUND www.bakery.example", "getaddrinfo ENOTFOUND [host]"],
    ["connect ECONNREFUSED 203.0.113.9:443", "connect ECONNREFUSED [ip]:443"],
    ["connect ETIMEDOUT 2001:db8::1", "connect ETIMEDOUT [ip]"],
    ['Unexpected token in "Dear Anna, your"', "Unexpected token in [text]"],
    ["the text “Dear Anna” is odd", "the text [text] is odd"],
    ['a quotation that "never ends, Anna', "a quotation that [text]"],
    ["token 8f14e45fceea167a5a36dedd4bea2543 is unknown", "token [token] is unknown"],
    ["call +49 1701234567", "call +49 [number]"],
    ["first line\nDear Anna", "first line"],
    ["deadlock detected", "deadlock detected"],
  ])("turns %j into %j", (message, scrubbed) => {
    expect(scrub(message)).toBe(scrubbed);
  });

  it("takes time in proportion to hostile text, and returns a short one", () => {
    for (const part of ["a@", "a.", '"', "1:", "a://", "'“„", "0", "x-"]) {
      const started = process.cpuUsage();
      expect(scrub(part.repeat(500_000)).length).toBeLessThanOrEqual(300);
      expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
    }
  });
});
