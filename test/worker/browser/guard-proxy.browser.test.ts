import { request } from "node:http";
import { connect } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GuardProxy, startGuardProxy } from "#worker/browser/guard-proxy.ts";
import { type SiteServer, startSiteServer } from "./site-server.ts";

let site: SiteServer;
let proxy: GuardProxy;
let answers: string[][] = [];

beforeAll(async () => {
  site = await startSiteServer();
  site.on("/echo", (request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => response.end(`${request.method} ${request.headers.host} ${body}`));
  });
  proxy = await startGuardProxy({
    allowedPrivateHosts: [`127.0.0.1:${site.port}`, `allowed.example:${site.port}`],
    log: pino({ level: "silent" }),
    resolveName: async () => answers.shift() ?? [],
  });
});

afterAll(async () => {
  await proxy.close();
  await site.close();
});

const port = () => Number(new URL(proxy.url).port);

/** Sends a request for `url` through the proxy: its status and body, or "closed". */
function through(url: string, method = "GET", body = ""): Promise<string> {
  return new Promise((resolve) => {
    const headers = { host: new URL(url).host };
    const outgoing = request({ host: "127.0.0.1", port: port(), path: url, method, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve(`${response.statusCode} ${text}`));
    });
    outgoing.on("error", () => resolve("closed"));
    outgoing.end(body);
  });
}

/** First line of the answer to CONNECT, and what the host says to a request through the tunnel. */
function tunnelTo(target: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port(), "127.0.0.1", () => socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`));
    let heard = "";
    socket.on("data", (chunk) => {
      if (heard === "" && String(chunk).includes(" 200 "))
        socket.write("GET /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      heard += chunk;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(`${heard.split("\r\n", 1)[0]}${heard.includes("GET x") ? " reached" : ""}`));
  });
}

describe("startGuardProxy", () => {
  it("forwards requests with their bodies to a host that is allowed", async () => {
    expect(await through(`http://127.0.0.1:${site.port}/echo`, "POST", "hello")).toBe(`200 POST 127.0.0.1:${site.port} hello`);
  });

  it("tunnels to a host that is allowed", async () => {
    expect(await tunnelTo(`127.0.0.1:${site.port}`)).toBe("HTTP/1.1 200 Connection established reached");
  });

  it("connects to the address that it checked, asking for a name once", async () => {
    answers = [["127.0.0.1"], ["192.0.2.1"]];
    expect(await through(`http://allowed.example:${site.port}/echo`)).toContain("200 GET allowed.example");
    expect(answers).toEqual([["192.0.2.1"]]);
    answers = [];
  });

  it.each([
    ["another port", () => `127.0.0.1:${port()}`],
    ["loopback by another address", () => `127.0.0.2:${site.port}`],
    ["loopback in IPv6", () => `[::1]:${site.port}`],
    ["an IPv4 address in IPv6", () => `[::ffff:127.0.0.1]:${site.port}`],
    ["an address written as a number", () => `2130706434:${site.port}`],
    ["cloud metadata", () => "169.254.169.254:80"],
    ["nothing that can be read", () => "::::"],
  ])("refuses %s", async (_name, target) => {
    expect(await tunnelTo(target())).toBe("HTTP/1.1 403 Forbidden");
    expect(await through(URL.canParse(`http://${target()}/`) ? `http://${target()}/` : "http://[::1]/")).toBe("closed");
  });

  it.each([[["10.0.0.1"]], [["::1", "127.0.0.1"]], [[]]])("refuses a name that leads to %j", async (addresses) => {
    answers = [addresses, addresses];
    expect(await tunnelTo("rebound.example:443")).toBe("HTTP/1.1 403 Forbidden");
    expect(await through("http://rebound.example/")).toBe("closed");
  });

  it("does not fetch what is not http", async () => {
    expect(await through("ftp://127.0.0.1/")).toBe("closed");
  });
});
