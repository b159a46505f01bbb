import { describe, expect, it } from "vitest";
import { judgeMalformed } from "#worker/core/checks/links/judge-malformed.ts";

describe("judgeMalformed", () => {
  it.each([
    ["http://exa mple.com/a", "The address is not one: “exa mple.com” is no name of a host."],
    ["https://[host]/", "The address is not one: “[host]” is no name of a host."],
    ["http://example.com:port/", "The address is not one: “example.com:port” is no name of a host."],
    ["http://", "The address is not one: nothing stands after “http://”."],
    ["https://#", "The address is not one: nothing stands after “https://”."],
    ["htp://example.com", "The address begins with “htp://”, which is neither “http://” nor “https://”."],
    ["file:///C:/Menu.pdf", "The address is of a file on one computer: visitors cannot open it."],
  ])("%s leads nobody anywhere", (target, reason) => {
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
  ])("nothing is said of %s", (target) => {
    expect(judgeMalformed(target)).toBeNull();
  });
});
