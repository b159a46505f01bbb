import { describe, expect, it } from "vitest";
import { parseFormBody } from "./form-body.ts";

describe("parseFormBody", () => {
  it.each([
    ["a=1&b=two+words", { a: "1", b: "two words" }],
    ["metadata[teamId]=t&metadata[x]=", { metadata: { teamId: "t", x: "" } }],
    [
      "line_items[0][price]=p&line_items[0][quantity]=1&line_items[1][price]=q",
      { line_items: [{ price: "p", quantity: "1" }, { price: "q" }] },
    ],
    ["expand[]=a&expand[]=b", { expand: ["a", "b"] }],
    ["a[b][c][d]=deep", { a: { b: { c: { d: "deep" } } } }],
    ["", {}],
    ["=x&[=y", { "0": "x", "1": ["y"] }],
  ])("reads %s", (text, expected) => {
    expect(parseFormBody(text)).toEqual(expected);
  });

  it("treats inherited property names as ordinary names", () => {
    const parsed = parseFormBody("__proto__[polluted]=yes&constructor[prototype][polluted]=yes");
    expect(Object.getPrototypeOf({})).not.toHaveProperty("polluted");
    expect(parsed).not.toHaveProperty("polluted");
  });

  it("refuses keys nested deeper than Stripe's", () => {
    expect(() => parseFormBody(`a${"[b]".repeat(40)}=1`)).toThrow(RangeError);
  });
});
