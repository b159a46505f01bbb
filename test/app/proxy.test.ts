import { NextRequest } from "next/server";
import { describe, expect, it, vi } from "vitest";
import { proxy } from "../../proxy.ts";

const ask = (path: string) => proxy(new NextRequest(`http://127.0.0.1:3000${path}`));
const policyOf = (path: string) => ask(path).headers.get("Content-Security-Policy") ?? "";

describe("the headers of every page", () => {
  it("allow only our own scripts with this response's nonce, and no framing", () => {
    const policy = policyOf("/");
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? "";
    expect(scripts).toMatch(/^'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic'$/);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(ask("/").headers.get("X-Frame-Options")).toBe("DENY");
    expect(ask("/").headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  it("have a new nonce each time", () => {
    expect(policyOf("/")).not.toBe(policyOf("/"));
  });

  it("let forms submit to Stripe's pages only, or to the stand-in's if it is used", () => {
    expect(policyOf("/")).toContain("form-action 'self' https://checkout.stripe.com https://billing.stripe.com;");
    vi.stubEnv("STRIPE_API_URL", "http://127.0.0.1:4000/anything");
    expect(policyOf("/")).toContain("form-action 'self' http://127.0.0.1:4000;");
    vi.unstubAllEnvs();
  });

  it("keep browsers on https if the product uses it", () => {
    expect(ask("/").headers.has("Strict-Transport-Security")).toBe(false);
    vi.stubEnv("APP_URL", "https://flawless.example");
    expect(ask("/").headers.get("Strict-Transport-Security")).toBe("max-age=31536000; includeSubDomains");
    vi.unstubAllEnvs();
  });

  it("keep secret addresses from other sites and search engines, and no others", () => {
    for (const path of ["/shared/token", "/badge/token.svg", "/feed/token"]) {
      expect(ask(path).headers.get("Referrer-Policy"), path).toBe("no-referrer");
      expect(ask(path).headers.get("X-Robots-Tag"), path).toContain("noindex");
    }
    for (const path of ["/", "/sites", "/sharedness", "/a/shared/b"])
      expect(ask(path).headers.has("X-Robots-Tag"), path).toBe(false);
  });

  it("refuse an address with a NUL character", () => {
    expect(ask("/unsubscribe/a%00b").status).toBe(400);
    expect(ask("/mailbox?to=%00").status).toBe(400);
    expect(ask("/mailbox?to=%2500").status).toBe(200);
  });
});
