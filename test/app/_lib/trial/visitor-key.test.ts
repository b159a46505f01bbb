import { afterEach, describe, expect, it, vi } from "vitest";
import { visitorKey } from "#app/_lib/trial/visitor-key.ts";

const visitor = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, string>(), trusted: true }));
const SECRET = "a secret of the tests, at least 32 characters";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  headers: async () => visitor.headers,
  cookies: async () => ({
    get: (name: string) => (visitor.cookies.has(name) ? { value: visitor.cookies.get(name) } : undefined),
    set: (name: string, value: string) => visitor.cookies.set(name, value),
  }),
}));
vi.mock("#app/_lib/settings.ts", () => ({
  getSettings: () => ({
    APP_URL: "https://flawless.example",
    AUTH_SECRET: SECRET,
    TRUSTED_IP_HEADER: visitor.trusted ? "x-real-ip" : undefined,
  }),
}));

afterEach(() => {
  visitor.cookies.clear();
  visitor.trusted = true;
});

function keyFrom(ip: string): Promise<string> {
  visitor.headers = new Headers({ "x-real-ip": ip, "x-forwarded-for": "192.0.2.99" });
  return visitorKey();
}

describe("visitorKey", () => {
  it("is the same for one network address, another for another, and reveals neither", async () => {
    const key = await keyFrom("203.0.113.7");
    expect(await keyFrom("203.0.113.7")).toBe(key);
    expect(await keyFrom("203.0.113.8")).not.toBe(key);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(visitor.cookies.size).toBe(0);
  });

  it("counts a network of IPv6 as one visitor, who has many addresses", async () => {
    expect(await keyFrom("2001:db8:1:2::1")).toBe(await keyFrom("2001:db8:1:2:ffff::9"));
    expect(await keyFrom("2001:db8:1:3::1")).not.toBe(await keyFrom("2001:db8:1:2::1"));
  });

  it("takes a cookie where no trusted proxy names the address, which a visitor could forge", async () => {
    visitor.trusted = false;
    const key = await keyFrom("203.0.113.7");
    expect(await keyFrom("203.0.113.8")).toBe(key);
    expect([...visitor.cookies.keys()]).toEqual(["__Host-flawless.visitor"]);
    visitor.cookies.clear();
    expect(await keyFrom("203.0.113.7")).not.toBe(key);
  });
});
