import { describe, expect, it } from "vitest";
import { createPageCopies } from "#app/_front/page-copies.ts";

function open(answers: () => Response) {
  let time = 0;
  const rendered: string[] = [];
  const copies = createPageCopies({
    render: async (path) => {
      rendered.push(path);
      return answers();
    },
    now: () => time,
  });
  return { copies, rendered, pass: (seconds: number) => (time += seconds * 1000) };
}

describe("createPageCopies", () => {
  it("renders a page once for all who come at the same time, and keeps it", async () => {
    const { copies, rendered, pass } = open(() => new Response("<p>Hello</p>", { headers: { "content-type": "text/html" } }));
    expect(copies.find("/")).toBeNull();
    const [one, other] = await Promise.all([copies.load("/"), copies.load("/")]);
    expect(one).toBe(other);
    pass(1_000_000);
    expect(copies.find("/")).toBe(one);
    expect(rendered).toEqual(["/"]);
  });

  it("renders the status again after some seconds", async () => {
    const { copies, pass } = open(() => new Response("works"));
    await copies.load("/status");
    pass(14);
    expect(copies.find("/status")).not.toBeNull();
    pass(2);
    expect(copies.find("/status")).toBeNull();
  });

  it("keeps no error, and tries again", async () => {
    let status = 500;
    const { copies } = open(() => new Response("oh", { status }));
    expect(await copies.load("/")).toBeNull();
    expect(copies.find("/")).toBeNull();
    status = 200;
    expect(await copies.load("/")).not.toBeNull();
  });

  it("makes an answer that caches may keep, without what belonged to one visitor", async () => {
    const headers = {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "script-src 'self'",
      "cache-control": "private, no-store",
      vary: "rsc",
      "x-frame-options": "DENY",
      "set-cookie": "a=b",
    };
    const { copies } = open(() => new Response("<script>go()</script><form></form>", { headers }));
    const copy = await copies.load("/");
    expect(copy?.unchanged).toMatchObject({
      "cache-control": "public, max-age=0, s-maxage=300, stale-while-revalidate=86400",
      vary: "Accept-Encoding, rsc",
      "x-frame-options": "DENY",
      etag: copy?.etag,
    });
    expect(copy?.unchanged).not.toHaveProperty("set-cookie");
    expect(copy?.unchanged["content-security-policy"]).toMatch(/^script-src 'self' 'sha256-[\w+/]{43}='$/);
    expect(copy?.variants.gzip.headers).toMatchObject({ "content-encoding": "gzip" });
    expect(copy?.variants.identity.body.toString()).not.toContain("go()");
  });
});
