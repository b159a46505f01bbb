import { beforeEach, expect, it } from "vitest";
import type { CrawlPorts } from "#worker/crawl/crawl-ports.ts";
import { measurePorts } from "#worker/jobs/measure-ports.ts";
import { registry } from "#worker/telemetry/registry.ts";

beforeEach(() => registry.resetMetrics());

it("measures each step of a page, also one that throws, and keeps the results", async () => {
  const failure = {
    kind: "failure" as const,
    url: "https://a.example/",
    status: null,
    failure: { code: "dns" as const, message: "No such host." },
  };
  const unused = () => Promise.reject(new Error("not used in this test"));
  const ports: Pick<CrawlPorts, "fetchPage" | "renderPage" | "checks"> = {
    fetchPage: async () => failure,
    renderPage: unused,
    checks: { version: "1", checkBlocks: async () => [] },
  };
  const measured = measurePorts(ports);
  const { signal } = new AbortController();
  expect(await measured.fetchPage("https://a.example/", { validators: null, signal })).toBe(failure);
  await expect(measured.renderPage?.("https://a.example/", { signal })).rejects.toThrow("not used");
  const text = await registry.metrics();
  expect(text).toContain('flawless_page_step_duration_seconds_count{step="fetch"} 1');
  expect(text).toContain('flawless_page_step_duration_seconds_count{step="render"} 1');
  expect(text).not.toContain('step="check"');
  expect(text).not.toContain("a.example");
});

it("leaves a crawl without a browser without one", () => {
  const ports: Pick<CrawlPorts, "fetchPage" | "renderPage" | "checks"> = {
    fetchPage: () => Promise.reject(new Error("not used in this test")),
    renderPage: null,
    checks: { version: "1", checkBlocks: async () => [] },
  };
  expect(measurePorts(ports).renderPage).toBeNull();
});
