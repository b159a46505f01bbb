import { describe, expect, it } from "vitest";
import { shownAddress, shownPath } from "#worker/core/view/shown-address.ts";

describe("shownAddress", () => {
  it.each([
    ["https://www.example.com/", "example.com"],
    ["https://example.com:8080/a/", "example.com:8080/a"],
    ["https://example.com/caf%C3%A9?q=1#x", "example.com/café?q=1#x"],
  ])("shows %s as %s", (address, shown) => expect(shownAddress(address)).toBe(shown));

  it.each([
    ["mailto:a@example.com", "mailto:a@example.com"],
    ["javascript:alert(1)", "javascript:alert(1)"],
    ["not an address", "not an address"],
    ["https://example.com/%E2%80%AEgpj.exe", "example.com/%E2%80%AEgpj.exe"],
    ["https://example.com/a%20b", "example.com/a%20b"],
    ["https://example.com/%ff", "example.com/%ff"],
  ])("does not change %s", (address, shown) => expect(shownAddress(address)).toBe(shown));
});

describe("shownPath", () => {
  it.each([
    ["https://example.com/", "/"],
    ["https://example.com/about?x=1#team", "/about?x=1"],
  ])("shows %s as %s", (address, shown) => expect(shownPath(address)).toBe(shown));
});
