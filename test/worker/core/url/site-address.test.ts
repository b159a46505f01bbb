import { describe, expect, it } from "vitest";
import { DomainError } from "#worker/core/errors.ts";
import { parseSiteAddress } from "#worker/core/url/site-address.ts";

function refusal(typed: string): DomainError {
  try {
    parseSiteAddress(typed);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`${typed} was accepted`);
}

describe("parseSiteAddress", () => {
  it.each([
    ["example.com", "https://example.com/"],
    [" HTTPS://Example.com ", "https://example.com/"],
    ["example.com/en", "https://example.com/en"],
    ["http://example.com/", "http://example.com/"],
    ["//example.com/x", "https://example.com/x"],
    ["<https://example.com/>", "https://example.com/"],
    ["www.example.com/?utm_source=ad#top", "https://www.example.com/"],
    ["example.com:8080/shop/", "https://example.com:8080/shop/"],
    ["localhost:3000", "https://localhost:3000/"],
    ["http://127.0.0.1:8080/", "http://127.0.0.1:8080/"],
    ["http://[::1]:8080/", "http://[::1]:8080/"],
    ["müller.de", "https://xn--mller-kva.de/"],
    ["example.com/a?x=b@c", "https://example.com/a?x=b@c"],
  ])("reads %s as %s", (typed, expected) => {
    expect(parseSiteAddress(typed)).toBe(expected);
  });

  it.each([
    ["", "Enter the address"],
    ["   ", "Enter the address"],
    ["example", "is not a web address"],
    ["my shop", "contains a space"],
    ["me@example.com", "e-mail address"],
    ["https://user:pw@example.com/", "password"],
    ["ftp://example.com", "http://"],
    ["mailto:", "http://"],
    ["file:///etc/passwd", "http://"],
    ["https://", "is not a web address"],
    ["https://exa%mple.com", "is not a web address"],
    [`example.com/${"a".repeat(3000)}`, "too long"],
  ])("refuses %s in the user's words", (typed, words) => {
    const error = refusal(typed);
    expect(error.code).toBe("invalid-input");
    expect(error.message).toContain(words);
  });

  it("shortens long input in its message", () => {
    expect(refusal("x".repeat(10_000)).message.length).toBeLessThan(200);
  });
});
