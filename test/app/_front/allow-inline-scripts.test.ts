import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { allowInlineScripts } from "#app/_front/allow-inline-scripts.ts";

const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'";
const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
const scriptsIn = (html: string) => /script-src ([^;]*)/.exec(allowInlineScripts(POLICY, html))?.[1];

describe("allowInlineScripts", () => {
  it("allows each inline script once, byte for byte, and nothing else", () => {
    const html = `<!doctype html><script src="/a.js"></script><script>one()</script><body><script id="x">if (1 < 2 && "</p>") two("é")\n</script><script>one()</script>`;
    expect(scriptsIn(html)).toBe(`'self' ${hashOf("one()")} ${hashOf('if (1 < 2 && "</p>") two("é")\n')}`);
    expect(allowInlineScripts(POLICY, html)).toMatch(/; style-src 'self'$/);
  });

  it("leaves the policy of a page without inline scripts as it is", () => {
    expect(allowInlineScripts(POLICY, '<p onclick="no()">Text</p><script src=a.js></script>')).toBe(POLICY);
  });
});
