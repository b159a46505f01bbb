import { describe, expect, it } from "vitest";
import { isAllowedPrivateHost, isPrivateAddress } from "#worker/core/url/private-address.ts";

describe("isPrivateAddress", () => {
  it.each([
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:0:127.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001::1",
    "100::1",
    "4000::1",
    "[::1]",
    "fe80::1%eth0",
    "",
    "example.com",
    "127.1",
    "0x7f000001",
    "2130706433",
  ])("blocks %s", (ip) => {
    expect(isPrivateAddress(ip)).toBe(true);
  });

  it.each([
    "1.1.1.1",
    "8.8.8.8",
    "93.184.216.34",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700:4700::1111",
    "2a00:1450:4001:82a::200e",
    "::ffff:8.8.8.8",
  ])("allows %s", (ip) => {
    expect(isPrivateAddress(ip)).toBe(false);
  });
});

describe("isAllowedPrivateHost", () => {
  const allowed = ["localhost", "127.0.0.1:8080", "[::1]:8080"];
  it.each([
    ["localhost", 1, true],
    ["LOCALHOST", 80, true],
    ["127.0.0.1", 8080, true],
    ["[::1]", 8080, true],
    ["127.0.0.1", 8081, false],
    ["127.0.0.2", 8080, false],
    ["localhost.example.com", 80, false],
    ["", 80, false],
  ])("%s port %i: %s", (host, port, expected) => {
    expect(isAllowedPrivateHost(host, port, allowed)).toBe(expected);
  });

  it("allows nothing by default", () => {
    expect(isAllowedPrivateHost("localhost", 80, [])).toBe(false);
  });
});
