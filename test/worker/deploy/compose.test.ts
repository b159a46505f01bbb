import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { DEPLOY, isPinned, parseEnvironment, parseFilledIn, readDeployFile, unknownNames } from "./deploy-files.ts";

const serviceSchema = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  env_file: z.string().optional(),
  networks: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()),
  privileged: z.literal(false).default(false),
  mem_limit: z.string(),
  cpus: z.number(),
  stop_grace_period: z.string().optional(),
});
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
});

describe("compose.yaml", async () => {
  const { services, networks } = composeSchema.parse(parse(await readDeployFile("compose/compose.yaml"), { merge: true }));
  const entries = Object.entries(services);
  const ours = entries.filter(([, { image }]) => image.startsWith("flawless:"));
  const named = (name: string) => services[name] ?? serviceSchema.parse(undefined);
  const example = parseEnvironment(await readDeployFile("compose/env.example"));

  it("pins the versions of others' images", () => {
    const others = entries.filter(([, { image }]) => !image.startsWith("flawless:"));
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter(([, { image }]) => !isPinned(image))).toEqual([]);
  });

  it("gives no service new privileges, and ours no capabilities and nothing to write to", () => {
    expect(ours.map(([name]) => name)).toEqual(["migrate", "web-1", "web-2", "worker"]);
    for (const [, { security_opt }] of entries) expect(security_opt).toContain("no-new-privileges:true");
    for (const [, { read_only, cap_drop }] of ours) expect([read_only, cap_drop]).toEqual([true, ["ALL"]]);
  });

  it("lets workers reach the public web, and nothing else of it but what they need", () => {
    const inside = (network: string) =>
      entries.filter(([, service]) => service.networks.includes(network)).map(([name]) => name);
    expect(inside("outside")).toEqual(["worker"]);
    expect(inside("data")).toEqual(["database", "migrate", "web-1", "web-2", "worker"]);
    expect(named("worker").networks).not.toContain("edge");
    expect(named("database").networks).toEqual(["data"]);
    for (const name of ["data", "mail", "language"]) expect(networks[name]?.internal).toBe(true);
    expect(entries.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual(["caddy", "mailpit"]);
    expect(named("mailpit").ports.every((port) => port.startsWith("127.0.0.1:"))).toBe(true);
  });

  it("sets only variables that something reads, and settings that are valid", () => {
    expect(unknownNames(ours.flatMap(([, { environment }]) => Object.keys(environment)))).toEqual([]);
    expect(unknownNames(Object.keys(example))).toEqual(["FLAWLESS_VERSION", "DOMAIN", "DATABASE_PASSWORD"]);
    const values = { DOMAIN: "flawless.example", DATABASE_PASSWORD: "secret" };
    const fill = (value: string) =>
      value.replaceAll(/\$\{(\w+)[^}]*\}/g, (_, name) => Object.entries(values).find(([key]) => key === name)?.[1] ?? "");
    const environment = Object.entries(named("worker").environment).map(([name, value]) => [name, fill(value)]);
    expect(() => parseFilledIn({ ...example, ...Object.fromEntries(environment) })).not.toThrow();
  });

  it("names files that exist", () => {
    const build = named("migrate").build;
    expect(existsSync(join(DEPLOY, "compose", build?.context ?? "?", build?.dockerfile ?? "?"))).toBe(true);
    const profile = named("worker")
      .security_opt.find((option) => option.startsWith("seccomp="))
      ?.slice("seccomp=".length);
    expect(existsSync(join(DEPLOY, "compose", profile ?? "?"))).toBe(true);
    const scripts = ours.flatMap(([, { command }]) => command.filter((word) => word.startsWith("worker/")));
    expect(scripts).toContain("worker/launch/migrate.ts");
    expect(scripts.filter((script) => !existsSync(script))).toEqual([]);
  });

  it("gives web processes more time to stop than they use to drain", () => {
    const drain = Number(named("web-1").environment.DRAIN_SECONDS);
    expect(Number.parseInt(named("web-1").stop_grace_period ?? "0", 10)).toBeGreaterThan(drain + 10);
  });
});

describe.each(["compose/Caddyfile", "systemd/Caddyfile"])("%s", async (path) => {
  const text = await readDeployFile(path);

  it("checks the health of each web process at least twice before one stops to answer", () => {
    expect(text).toContain("health_uri /readyz");
    const seconds = Number(/health_interval (\d+)s/.exec(text)?.[1]);
    expect(seconds * 2).toBeLessThan(8);
  });

  it("overwrites the header that names the visitor, and hides what is for operators", () => {
    expect(text).toContain("header_up X-Real-IP {remote_host}");
    expect(text).toMatch(/@internal path [^\n]*\/metrics[\s\S]*respond @internal 404/);
  });
});

describe("systemd/Caddyfile", () => {
  it("uses nothing that is newer than Debian's Caddy 2.6", async () => {
    const directives =
      (await readDeployFile("systemd/Caddyfile")).match(/^\s+[a-z_]+(?= )/gm)?.map((line) => line.trim()) ?? [];
    const newer = [
      "health_fails",
      "health_passes",
      "health_follow_redirects",
      "health_method",
      "health_upstream",
      "lb_retry_match",
    ];
    expect(directives).toContain("health_uri");
    expect(directives.filter((directive) => newer.includes(directive))).toEqual([]);
  });
});

describe("standby.yaml", async () => {
  const read = async (file: string) => parse(await readDeployFile(`compose/${file}`), { merge: true });
  const overlaySchema = z.object({
    services: z.record(z.string(), z.object({ image: z.string(), command: z.array(z.string()), volumes: z.array(z.string()) })),
  });
  const { services } = overlaySchema.parse(await read("standby.yaml"));
  const { database, standby } = services;
  const { services: own } = composeSchema.parse(await read("compose.yaml"));

  it("changes the primary and adds a standby of the same version, with as many connections", () => {
    expect(Object.keys(services)).toEqual(["database", "standby"]);
    expect([database?.image, standby?.image]).toEqual([own.database?.image, own.database?.image]);
    const connections = (command: readonly string[] = []) => command.join(" ").match(/max_connections=\d+/)?.[0];
    expect(connections(standby?.command)).toBe(connections(own.database?.command));
    expect(connections(database?.command)).toBe(connections(own.database?.command));
  });

  it("lets the standby replicate with a password only", async () => {
    expect(database?.volumes).toContain("./pg_hba.conf:/etc/flawless/pg_hba.conf:ro");
    const lines = (await readDeployFile("compose/pg_hba.conf")).split("\n").filter((line) => line.startsWith("host"));
    expect(lines.every((line) => line.endsWith("scram-sha-256"))).toBe(true);
    expect(lines.some((line) => line.includes("replication"))).toBe(true);
  });
});
