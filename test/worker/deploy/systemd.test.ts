import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { DEPLOY, parseEnvironment, parseFilledIn, readDeployFile, unknownNames } from "./deploy-files.ts";

const CURRENT = "/opt/flawless/current/";

/** Parses a unit into the values of each directive. */
function parseUnit(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, name = "", value = ""] of text.matchAll(/^([A-Za-z]+)=(.*)$/gm))
    found.set(name, [...(found.get(name) ?? []), value]);
  return found;
}

describe.each(["flawless-web@.service", "flawless-worker@.service"])("%s", async (name) => {
  const unit = parseUnit(await readDeployFile(`systemd/${name}`));
  const value = (directive: string) => unit.get(directive)?.at(-1);

  it("runs as its own user, without new privileges, on a system that it cannot write to", () => {
    expect([value("User"), value("Group")]).toEqual(["flawless", "flawless"]);
    expect([value("NoNewPrivileges"), value("ProtectSystem"), value("ProtectHome"), value("CapabilityBoundingSet")]).toEqual([
      "yes",
      "strict",
      "yes",
      "",
    ]);
    expect(value("MemoryMax")).toMatch(/^\dG$/);
  });

  it("starts programs that exist, with variables that something reads", () => {
    const words = ["ExecStart", "ExecStartPost"].flatMap((directive) => value(directive)?.split(" ") ?? []);
    const paths = words.filter((word) => word.startsWith(`${CURRENT}worker/`) || /^worker\/.*\.ts$/.test(word));
    expect(paths.map((path) => path.replace(CURRENT, "")).filter((path) => !existsSync(path))).toEqual([]);
    const names = (unit.get("Environment") ?? []).flatMap((line) => line.split(" ")).map((pair) => pair.split("=")[0] ?? "");
    expect(unknownNames(names)).toEqual([]);
  });
});

describe("the systemd units together", async () => {
  const web = parseUnit(await readDeployFile("systemd/flawless-web@.service"));
  const worker = parseUnit(await readDeployFile("systemd/flawless-worker@.service"));
  const example = parseEnvironment(await readDeployFile("systemd/env.example"));

  it("leave the worker what the browser's sandbox needs, and the web process nothing of it", () => {
    expect(worker.get("RestrictNamespaces")).toEqual(["user pid net"]);
    expect(worker.get("SystemCallFilter")).toEqual(["@system-service chroot"]);
    expect(web.get("RestrictNamespaces")).toEqual(["yes"]);
  });

  it("refuse workers the private networks", () => {
    const denied = (worker.get("IPAddressDeny") ?? []).join(" ").split(" ");
    expect(denied).toEqual(
      expect.arrayContaining(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7"]),
    );
  });

  it("give web processes more time to stop than they use to drain, with settings that are valid", () => {
    expect(Number(web.get("TimeoutStopSec")?.[0])).toBeGreaterThan(Number(example.DRAIN_SECONDS) + 10);
    expect(unknownNames(Object.keys(example))).toEqual([]);
    expect(() => parseFilledIn(example)).not.toThrow();
  });
});

describe("the command flawless", async () => {
  const path = resolve(DEPLOY, "systemd", "flawless");
  const text = await readDeployFile("systemd/flawless");

  it("names commands that exist", () => {
    const names = (/^# {3}flawless ([^[]*)/m.exec(text)?.[1] ?? "").split("|").map((name) => name.trim());
    expect(names).toContain("restore");
    expect(names.filter((name) => !existsSync(`worker/launch/${name}.ts`))).toEqual([]);
  });

  it("runs one as the service does, with all arguments, from anywhere", async () => {
    const folder = await mkdtemp(join(tmpdir(), "flawless-command-"));
    try {
      await writeFile(join(folder, "systemd-run"), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
      await chmod(join(folder, "systemd-run"), 0o755);
      const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
      const { stdout } = await promisify(execFile)(path, ["restore", "latest", "--identity", "-"], { cwd: folder, env });
      const words = stdout.trimEnd().split("\n");
      expect(words).toEqual(
        expect.arrayContaining(["User=flawless", "EnvironmentFile=/etc/flawless/env", `WorkingDirectory=${resolve(".")}`]),
      );
      const node = resolve("node_modules", ".bin", "node");
      expect(words.slice(-5)).toEqual([node, "worker/launch/restore.ts", "latest", "--identity", "-"]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
