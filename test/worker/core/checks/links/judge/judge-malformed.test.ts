import { describe, expect, it } from "vitest";
import { judgeMalformed } from "#worker/core/checks/links/judge/judge-malformed.ts";

describe("judgeMalformed", () => {
  it.each([
    ["http://exa mple.com/a", "This address cannot work: “exa mple.com” is not a valid host name."],
    ["https://[host]/", "This address cannot work: “[host]” is not a valid host name."],
    ["http://example.com:port/", "This address cannot work: “example.com:port” is not a valid host name."],
    ["http://", "This address is empty: there is nothing after “http://”."],
    ["https://#", "This address is empty: there is nothing after “https://”."],
    ["htp://example.com", "This address begins with “htp://”; write “http://” or “https://”."],
    ["C:\\plans\\menu.pdf", "This link leads to a file on your own computer, which visitors cannot open."],
    ["file:///C:/Menu.pdf", "This link leads to a file on your own computer, which visitors cannot open."],
  ])("reports %s", (target, reason) => {
    expect(judgeMalformed(target)).toEqual({
      url: target,
      state: "broken",
      rule: "links/malformed",
      status: null,
      reason,
      finalUrl: null,
    });
  });

  it.each([
    "https://example.com/a b",
    "http://exa_mple.com/",
    "http://http//example.com",
    "https://müller.example/",
    "http://[::1]/",
    "mailto:a",
    "tel:x",
    "ftp://example.com/",
    "myapp://open",
    "shttp://example.com/",
  ])("returns null for %s", (target) => {
    expect(judgeMalformed(target)).toBeNull();
  });
});
