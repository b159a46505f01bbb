import { describe, expect, it } from "vitest";
import { familyOf } from "#worker/core/url/address-family.ts";

const keyOf = (path: string) => familyOf(`https://bakery.example${path}`)?.key ?? null;

describe("familyOf", () => {
  it.each([
    ["numbers", "/loaf/17", "/loaf/18"],
    ["keys of visits", "/s/4k2j9d8s7f6g5h4j3k/shop", "/s/8d7f6g5h4j3k2l1m0n/shop"],
    ["keys in hexadecimal digits", "/s/9e107d9d372bb6826bd81d3542a419d6/", "/s/0cc175b9c0f1b6a831c399e269772661/"],
    ["UUIDs", "/v/3f2504e0-4f89-11d3-9a0c-0305e82c3301/a", "/v/9c8d7e6f-1111-4222-8333-abcdefabcdef/a"],
  ])("gives one family to addresses with other %s", (_, one, other) => {
    expect(keyOf(one)).not.toBeNull();
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ["/how-to-bake-rye-bread-in-2026-at-home/", "/how-to-bake-oat-bread-in-2026-at-home/"],
    ["/internationalisation1/", "/internationalisation2x/"],
    ["/loaf/17", "/cake/17"],
  ])("tells %s from %s", (one, other) => expect(keyOf(one)).not.toBe(keyOf(other)));

  it("gives none to an address of words", () => expect(keyOf("/bread/rye")).toBeNull());
});
