import { getSystemErrorMap } from "node:util";
import { describe, expect, it } from "vitest";
import { describeFailure } from "#worker/http/client/describe-failure.ts";
import { errorCode } from "#worker/http/client/error-code.ts";
import { isGarbled } from "#worker/http/client/is-garbled.ts";
import { createRedirectCookies } from "#worker/http/client/redirect-cookies.ts";
import { retryAfterMs } from "#worker/http/client/retry-after.ts";
import { groupTargets } from "#worker/http/links/group-targets.ts";

describe("retryAfterMs", () => {
  const now = new Date("2026-11-21T12:00:00Z");

  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["Sat, 21 Nov 2026 12:00:30 GMT", 30_000],
    ["Fri, 20 Nov 2026 12:00:00 GMT", 0],
  ])("reads %j", (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([undefined, "", "soon", "-5", "1.5", "99999999999", ["1", "2"]])("makes nothing of %j", (header) => {
    expect(retryAfterMs(header, now)).toBeNull();
  });
});

describe("groupTargets", () => {
  it("groups by host and by address without fragment, each target once, in order", () => {
    const targets = [
      "https://a.example/x#1",
      "https://b.example/",
      "https://a.example/x",
      "https://a.example/x#1",
      "https://a.example/y",
    ];
    expect([...groupTargets(targets)]).toEqual([
      [
        "a.example",
        [
          { address: "https://a.example/x", targets: ["https://a.example/x#1", "https://a.example/x"] },
          { address: "https://a.example/y", targets: ["https://a.example/y"] },
        ],
      ],
      ["b.example", [{ address: "https://b.example/", targets: ["https://b.example/"] }]],
    ]);
  });

  it("leaves out what is no web address", () => {
    expect(groupTargets(["mailto:a@b.example", "data:,x", "", "http://[bad", "//a.example"]).size).toBe(0);
  });
});

describe("createRedirectCookies", () => {
  it("gives back to a host what it set, and to no other", () => {
    const cookies = createRedirectCookies();
    cookies.keep("https://a.example/", ["one=1; Path=/; Domain=.example", "two=2=2", "one=3"]);
    expect(cookies.headerFor("http://a.example:8080/other")).toEqual({ cookie: "one=3; two=2=2" });
    expect(cookies.headerFor("https://b.example/")).toEqual({});
    expect(cookies.headerFor("https://sub.a.example/")).toEqual({});
  });

  it("gives a cookie to all hosts of the domain that it names, as far as its host may speak for it", () => {
    const cookies = createRedirectCookies();
    cookies.keep("https://login.mill.example/", [
      "a=1; Domain=.Mill.example; Path=/",
      "b=2; domain=mill.example.net",
      "c=3; Domain=example",
    ]);
    expect(cookies.headerFor("https://www.mill.example/")).toEqual({ cookie: "a=1" });
    expect(cookies.headerFor("https://login.mill.example/")).toEqual({ cookie: "a=1; b=2; c=3" });
    expect(cookies.headerFor("https://notmill.example/")).toEqual({});
  });

  it.each(["Max-Age=0", "Max-Age=-1", "Expires=Thu, 01 Jan 1970 00:00:00 GMT"])("forgets a cookie with %s", (end) => {
    const cookies = createRedirectCookies();
    cookies.keep("https://a.example/", ["one=1; Max-Age=60", "two=2"]);
    cookies.keep("https://a.example/", `one=; ${end}`);
    expect(cookies.headerFor("https://a.example/")).toEqual({ cookie: "two=2" });
  });

  it("changes its state with each cookie, so that a loop can be told from progress", () => {
    const cookies = createRedirectCookies();
    const states = ["a=1", "a=2", "a=2"].map((cookie) => {
      cookies.keep("https://a.example/", cookie);
      return cookies.state();
    });
    expect(states[0]).not.toBe(states[1]);
    expect(states[1]).toBe(states[2]);
  });

  it("takes no cookie that would not fit into a header, and not too many", () => {
    const cookies = createRedirectCookies();
    cookies.keep("https://a.example/", ["=nameless", "no pair", "new=a\r\nx: y", `long=${"a".repeat(5000)}`, "umlaut=\u00e4"]);
    expect(cookies.headerFor("https://a.example/")).toEqual({});
    cookies.keep(
      "https://a.example/",
      Array.from({ length: 500 }, (_, at) => `c${at}=1`),
    );
    expect(cookies.headerFor("https://a.example/").cookie?.split("; ")).toHaveLength(50);
  });
});

describe("errorCode", () => {
  const coded = (code: string) => Object.assign(new Error(code), { code });

  it("finds the code in the error, its causes and the attempts that it sums up", () => {
    expect(errorCode(coded("ECONNRESET"))).toBe("ECONNRESET");
    expect(errorCode(new Error("outer", { cause: new Error("middle", { cause: coded("EPIPE") }) }))).toBe("EPIPE");
    expect(errorCode(new AggregateError([coded("ECONNREFUSED"), coded("ENETUNREACH")]))).toBe("ECONNREFUSED");
    expect(errorCode(new DOMException("late", "TimeoutError"))).toBe("TIMEOUT");
  });

  it("tells a name without an address from one that does not exist", () => {
    const lookup = (errno: number) => Object.assign(coded("ENOTFOUND"), { errno, syscall: "getaddrinfo" });
    const codes = ["EAI_NODATA", "EAI_NONAME"].map((name) => {
      const [errno = 0] = [...getSystemErrorMap()].find(([, [known]]) => known === name) ?? [];
      return errorCode(lookup(errno));
    });
    expect(codes).toEqual(["ENODATA", "ENOTFOUND"]);
  });

  it("finds none where there is none, even in an endless chain of causes", () => {
    const endless = new Error("endless");
    endless.cause = endless;
    expect([errorCode("text"), errorCode(null), errorCode(new Error("plain")), errorCode(endless)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("describeFailure", () => {
  const describeCode = (code: string) => describeFailure(Object.assign(new Error("?"), { code }), "https://site.example/a");

  it.each([
    ["ENOTFOUND", "dns", "The domain site.example does not exist."],
    ["ENODATA", "dns", "The domain site.example has no IP address, so there is no website."],
    ["EINVAL", "dns", "We could not look up the domain site.example."],
    ["EACCES", "connection", "We could not reach site.example."],
    ["UNSPECIFIED", "tls", "The certificate of site.example is not valid."],
    ["CERT_NOT_YET_VALID", "tls", "The certificate of site.example is not valid yet."],
    ["CERT_HAS_EXPIRED", "tls", "The certificate of site.example has expired."],
    ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "tls", "We could not make a secure connection to site.example."],
    ["HPE_INVALID_HEADER_TOKEN", "connection", "We could not understand the answer of site.example."],
    ["ERR__ERROR_FORMAT_PADDING_1", "bad-encoding", "The page's compressed content is damaged."],
    ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "truncated", "The page ended too early: the connection broke while we read it."],
  ])("puts %s into the owner's words", (code, failure, message) => {
    expect(describeCode(code)).toEqual({ code: failure, message });
  });

  it.each(["ERR_INVALID_URL", "ERR_INVALID_ARG_TYPE", "UND_ERR_INVALID_ARG", "EMFILE", "ENOENT"])(
    "takes %s for a fault of ours",
    (code) => {
      expect(describeCode(code)).toBeNull();
    },
  );
});

describe("isGarbled", () => {
  const parserError = (message: string) => Object.assign(new Error(message), { name: "HTTPParserError" });

  it.each([
    ["a header that makes no sense", parserError("Invalid header token"), true],
    ["a length of a chunk that makes no sense", parserError("Invalid character in chunk size"), true],
    ['a "100 Continue" that nobody asked for', Object.assign(new Error("bad response"), { code: "UND_ERR_SOCKET" }), true],
    // Browsers forgive small letters and a few bytes before the first line.
    ["an answer that does not begin like HTTP", parserError("Expected HTTP/, RTSP/ or ICE/"), true],
    ["an answer that breaks off", parserError("Invalid EOF state"), false],
    ["a closed connection", Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }), false],
  ])("judges %s", (_, error, garbled) => {
    expect(isGarbled(errorCode(error))).toBe(garbled);
  });
});
