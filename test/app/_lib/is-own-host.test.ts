import { describe, expect, it } from "vitest";
import { isOwnHost } from "#app/_lib/is-own-host.ts";

describe("isOwnHost", () => {
  it.each(["localhost:3000", "127.0.0.1:3000", "127.9.9.9", "[::1]:3000", "LOCALHOST", "app.localhost:3000"])(
    "lets %s in on a machine of one's own",
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
  ])("refuses %j there, whose name may only be made to lead here", (host) =>
    expect(isOwnHost(host, "http://127.0.0.1:3000")).toBe(false),
  );

  it("leaves it to the proxy in front where the product has a public address", () => {
    expect(isOwnHost("flawless.example", "https://flawless.example")).toBe(true);
    expect(isOwnHost("10.1.2.3:3000", "https://flawless.example")).toBe(true);
  });
});
