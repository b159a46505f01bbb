import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { identifyProcess } from "#worker/launch/process/process-identity.ts";

/** Starting processes takes long on a busy machine. */
const PATIENT = { timeout: 20_000 };

describe("identifyProcess", () => {
  it("is the same for the same process", async () => {
    const first = await identifyProcess(process.pid);
    expect(first).not.toBeNull();
    expect(await identifyProcess(process.pid)).toBe(first);
  });

  it("tells processes apart that were started at different times", async () => {
    const later = spawn("sleep", ["60"], { stdio: "ignore" });
    expect(await identifyProcess(later.pid ?? 0)).not.toBe(await identifyProcess(process.pid));
    later.kill();
  });

  it("is null once the process has ended", async () => {
    const child = spawn("true", { stdio: "ignore" });
    await once(child, "exit");
    expect(await identifyProcess(child.pid ?? 0)).toBeNull();
  });

  it.runIf(process.platform === "linux")(
    "is null for one that was killed and that its starter has not looked at yet",
    async () => {
      // `sleep 60 & exec sleep 60`: the shell turns into a program that never asks after its child.
      const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
      const [printed] = await once(parent.stdout, "data");
      const pid = Number(String(printed));
      expect(await identifyProcess(pid)).not.toBeNull();
      process.kill(pid, "SIGKILL");
      await expect.poll(() => identifyProcess(pid), PATIENT).toBeNull();
      parent.kill();
    },
  );
});
