import { describe, expect, it } from "vitest";
import { isOwnHost } from "#app/_lib/is-own-host.ts";

describe("isOwnHost", () => {
  it.each(["localhost:3000", "127.0.0.1:3000", "127.9.9.9", "[::1]:3000", "LOCALHOST", "app.localhost:3000"])(
    "accepts %s on a local installation",
    (host) => expect(isOwnHost(host, "http://localhost:3000")).toBe(true),
  );

  it.each([
    "rebind.evil.example",
    "localhost.evil.example:3000",
    "127.0.0.1.evil.example",
    "evil.example#localhost",
    "localhost@evil.example",
    "192.168.0.7:3000",
    "10.0.0.1",
    "",
    "a b",
    null,
  ])("refuses %j there, because any name can be made to resolve to this machine", (host) =>
    expect(isOwnHost(host, "http://127.0.0.1:3000")).toBe(false),
  );

  it("leaves the check to the proxy if the product has a public address", () => {
    expect(isOwnHost("flawless.example", "https://flawless.example")).toBe(true);
    expect(isOwnHost("10.1.2.3:3000", "https://flawless.example")).toBe(true);
  });
});
