import { describe, expect, it } from "vitest";
import { makeSignInHeaders } from "#worker/core/sign-in/sign-in-headers.ts";

const PASSWORD = { kind: "password", user: "jürgen", password: "pa:ß" } as const;
const COOKIES = { kind: "cookies", cookies: "sid=3f9a; region=eu" } as const;

describe("makeSignInHeaders", () => {
  it("makes the header for each kind of sign-in", () => {
    const headersOf = (signIn: Parameters<typeof makeSignInHeaders>[0]) =>
      makeSignInHeaders(signIn, "https://a.example/")("https://a.example/x");
    expect(headersOf(PASSWORD)).toEqual({ authorization: `Basic ${Buffer.from("jürgen:pa:ß").toString("base64")}` });
    expect(headersOf(COOKIES)).toEqual({ cookie: "sid=3f9a; region=eu" });
    expect(headersOf({ kind: "header", name: "X-Preview", value: "1 2" })).toEqual({ "x-preview": "1 2" });
  });

  it.each([
    ["https://a.example/", "https://www.a.example/x?y"],
    ["https://www.a.example/en/", "https://a.example/"],
    ["http://a.example/", "http://a.example/x"],
    ["http://a.example/", "https://a.example/x"],
    ["http://a.example:8080/", "http://a.example:8080/x"],
  ])("a site at %s sends it to %s", (start, url) => {
    expect(makeSignInHeaders(COOKIES, start)(url)).not.toEqual({});
  });

  it.each([
    ["https://a.example/", "https://b.example/"],
    ["https://a.example/", "https://sub.a.example/"],
    ["https://a.example/", "https://a.example.evil.example/"],
    ["https://a.example/", "https://a.example@evil.example/"],
    ["https://a.example/", "http://a.example/"],
    ["https://a.example/", "https://a.example:8443/"],
    ["http://a.example:8080/", "http://a.example:8081/"],
    ["https://a.example/", "data:text/html,a.example"],
    ["https://a.example/", "nonsense"],
  ])("a site at %s does not send it to %s", (start, url) => {
    expect(makeSignInHeaders(COOKIES, start)(url)).toEqual({});
  });
});
