import { describe, expect, it } from "vitest";
import { textFragmentUrl } from "#worker/core/view/text-fragment-url.ts";

const PAGE = "https://example.com/about";

describe("textFragmentUrl", () => {
  it.each([
    ["recieve", "We always recieve your mail with joy.", "We%20always-,recieve,-your%20mail%20with"],
    ["recieve", "recieve", "recieve"],
    ["recieve", "not in here", "recieve"],
    ["e-mial", "Send e-mial, please", "Send-,e%2Dmial"],
    ["teh", "… so teh end …", "so-,teh,-end"],
    ["a&b", "x a&b", "x-,a%26b"],
    ["teh", "“teh” end", "teh"],
  ])("links to %j in %j", (text, excerpt, directive) => {
    expect(textFragmentUrl(PAGE, text, excerpt)).toBe(`${PAGE}#:~:text=${directive}`);
  });

  it("keeps the page's own fragment", () => {
    expect(textFragmentUrl(`${PAGE}#team`, "teh", "teh")).toBe(`${PAGE}#team:~:text=teh`);
  });

  it.each(["", "   ", "x".repeat(301)])("does not change the address for %j", (text) => {
    expect(textFragmentUrl(PAGE, text, text)).toBe(PAGE);
  });

  it("handles half a surrogate pair", () => {
    expect(textFragmentUrl(PAGE, "te\uD800h", "te\uD800h")).toContain("#:~:text=te%EF%BF%BDh");
  });
});
