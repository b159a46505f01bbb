import { describe, expect, it } from "vitest";
import { parseSignIn } from "#worker/core/sign-in/parse-sign-in.ts";

describe("parseSignIn", () => {
  it.each([
    [{}, null],
    [{ auth: "me:pass:word" }, { kind: "password", user: "me", password: "pass:word" }],
    [{ header: "X-Key:  abc " }, { kind: "header", name: "X-Key", value: "abc" }],
    [{ cookie: ["a=b"] }, { kind: "cookies", cookies: "a=b" }],
    [{ cookie: ["a=b", "c=d;"] }, { kind: "cookies", cookies: "a=b; c=d" }],
    [{ cookie: ["Cookie: a=b;c=d"] }, { kind: "cookies", cookies: "a=b; c=d" }],
  ])("reads %j", (typed, meant) => {
    expect(parseSignIn(typed)).toEqual(meant);
  });

  it.each([
    [{ auth: "secret" }],
    [{ auth: ":secret" }],
    [{ auth: "me:" }],
    [{ header: "secret" }],
    [{ header: "Host: secret" }],
    [{ header: "User-Agent: secret" }],
    [{ header: "Cookie: secret=1" }],
    [{ header: "X Y: secret" }],
    [{ header: "X-Key: secret\r\nX-Other: 1" }],
    [{ cookie: ["secret"] }],
    [{ cookie: ["a=sec ret"] }],
    [{ auth: "me:secret", cookie: ["a=b"] }],
  ])("refuses %j without repeating it", (typed) => {
    expect(() => parseSignIn(typed)).toThrow(/^(?!.*secret)./s);
  });
});
