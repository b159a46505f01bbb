import { describe, expect, it } from "vitest";
import { maskAddress } from "#worker/core/channels/mask-address.ts";
import { shownAnswer } from "#worker/core/channels/shown-answer.ts";

const SECRET = "abcdefghijklmnopqrstuvwx";
const ADDRESS = `https://hooks.slack.com/services/T0123ABCD/B0123ABCD/${SECRET}?key=${encodeURIComponent("p/ä=ssword+x")}`;

describe("shownAnswer", () => {
  it("shows an answer in one line, and its beginning only", () => {
    expect(shownAnswer("<h1>Not\n found</h1>\u0007", ADDRESS)).toBe("<h1>Not found</h1>");
    expect(shownAnswer("no ".repeat(9_000), ADDRESS).length).toBeLessThanOrEqual(201);
  });

  it("leaves out the secret parts of the address, which error pages repeat, as written or decoded", () => {
    const shown = shownAnswer(`Cannot POST ${new URL(ADDRESS).pathname}?key=p%2F%C3%A4%3Dssword%2Bx p/ä=ssword+x`, ADDRESS);
    expect(shown).toBe("Cannot POST /services/…/…/…?key=… …");
  });
});

describe("maskAddress", () => {
  it.each([
    ["https://hooks.slack.com/services/T0/B0/abcdWXYZ", "hooks.slack.com/…WXYZ"],
    ["https://example.com/hook", "example.com/…"],
    ["https://example.com/", "example.com"],
    ["https://example.com:8443/?k=0123456789abcdef", "example.com:8443/…cdef"],
  ])("shows %s as %s", (address, shown) => {
    expect(maskAddress(address)).toBe(shown);
  });
});
