// Installs Debian's package of Chromium, as root. Plain JavaScript without packages: `npm start` runs it while npm installs them.
import { spawnSync } from "node:child_process";
import { setPriority } from "node:os";

const MINUTE = 60_000;
const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
/** Another program may be installing something at the moment. */
const WAIT = ["-o", "DPkg::Lock::Timeout=120"];

// A start waits longer for what goes on beside it: npm, then the build.
setPriority(10);

const steps = [
  { args: ["update", "-q"], timeout: 2 * MINUTE },
  { args: ["install", "-qy", "--no-install-recommends", "chromium-headless-shell"], timeout: 5 * MINUTE },
];
for (const { args, timeout } of steps) {
  const { error, status, stderr } = spawnSync("apt-get", [...WAIT, ...args], { env, timeout, encoding: "utf8" });
  if (status === 0) continue;
  process.stderr.write(`apt-get ${args[0]} failed: ${error?.message ?? stderr.trim().split("\n").at(-1)}\n`);
  process.exit(1);
}
