import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { publicPath } from "#app/_front/public-path.ts";

function pathFor(url: string, headers: Record<string, string> = {}, method = "GET"): string | null {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, method });
  Object.assign(request.headers, headers);
  return publicPath(request);
}

describe("publicPath", () => {
  it.each(["/", "/pricing", "/bot", "/privacy", "/terms", "/imprint", "/changelog", "/status", "/robots.txt", "/sitemap.xml"])(
    "serves %s to everyone",
    (url) => {
      expect(pathFor(url)).toBe(url);
      expect(pathFor(url, { cookie: "other=1" }, "HEAD")).toBe(url);
    },
  );

  it.each([
    ["a page of one visitor", "/sites", {}, "GET"],
    ["a result", "/try/abc", {}, "GET"],
    ["a form", "/", {}, "POST"],
    ["data for Next's router", "/", { rsc: "1" }, "GET"],
    ["the same with its query", "/?_rsc=1x", {}, "GET"],
    ["a signed-in visitor", "/", { cookie: "a=b; flawless.session_token=c" }, "GET"],
    ["a signed-in visitor over https", "/", { cookie: "__Host-flawless.session_token=c" }, "GET"],
    ["an odd spelling", "//", {}, "GET"],
  ])("leaves %s to Next", (_name, url, headers, method) => {
    expect(pathFor(url, headers, method)).toBeNull();
  });
});
