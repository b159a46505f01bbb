import { describe, expect, it } from "vitest";
import { quotableHost } from "#worker/core/view/quotable-host.ts";

describe("quotableHost", () => {
  it.each([
    ["harbour-bakery.example", "harbour-bakery.example"],
    ["www.Harbour.example", "harbour.example"],
    ["shop.harbour.co.uk", "shop.harbour.co.uk"],
    ["localhost", "localhost"],
    ["192.0.2.7", "192.0.2.7"],
  ])("shows %s as %s", (host, shown) => expect(quotableHost(host)).toBe(shown));

  it.each([
    "you-have-won-a-prize.example",
    "you.have.won.a.prize.example",
    "youhavewonaprizeclaimitquicklyatevil.example",
    "xn--you-have-won-.example",
    "[2001:db8::1]",
    "a b.example",
    "bücher.example",
    "",
  ])("does not show %j", (host) => expect(quotableHost(host)).toBeNull());
});
