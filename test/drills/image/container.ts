import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { waitFor } from "#test/support/wait-for.ts";

/** Variables, folder and user that an image gives to its processes. */
export type ContainerSettings = { environment: Record<string, string>; workdir: string; user: string };
export type Container = {
  /** The process in the container, as this machine numbers it; 0 if it ended at once. */
  pid: number;
  output(): string;
  isRunning(): boolean;
  exited: Promise<number | null>;
  stop(): Promise<number | null>;
};

/**
 * Enters a root folder as a container engine does: own processes and mounts, and a new root by pivot_root, because the kernel allows no user
 * namespaces after chroot. Arguments: the root, `rw` or `ro`, the working directory, `uid:gid`, then the command. With `ro`, the root is read-only but for
 * /tmp and /data, and the command runs without any capability and cannot gain one, as the Kubernetes manifests and the Compose file say.
 */
const ENTER = `
set -e
root=$1 mode=$2 workdir=$3 user=$4; shift 4
mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777,size=512m tmpfs "$root/dev/shm"
if [ "$mode" = ro ]; then
  mount -t tmpfs -o mode=0777 tmpfs "$root/data"
  mount -o remount,bind,ro "$root"
  set -- setpriv --reuid "\${user%:*}" --regid "\${user#*:}" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all -- "$@"
fi
mkdir "$root/tmp/old"
cd "$root"
pivot_root . tmp/old
umount -l /tmp/old
rmdir /tmp/old
cd "$workdir"
exec "$@"`;

function enter(root: string, mode: "ro" | "rw", { environment, workdir, user }: ContainerSettings, command: string[]) {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const namespaces = ["unshare", "--mount", "--pid", "--fork", "--kill-child=SIGKILL"];
  const inside = ["sh", "-c", ENTER, "sh", root, mode, workdir, user, ...command];
  return spawn("env", ["-i", ...variables, ...namespaces, ...inside], { stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs a RUN step as root, and prints the end of its output if it fails. @throws if it fails */
export async function runStep(root: string, settings: ContainerSettings, command: string): Promise<void> {
  const child = enter(root, "rw", settings, ["sh", "-c", command]);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = `${output}${text}`.slice(-20_000);
    });
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  if (code !== 0) throw new Error(`RUN ${command} ended with ${code}:\n${output}`);
}

/** Starts a process in a finished image, as its user and with nothing that it may write but /tmp and /data. */
export async function startContainer(root: string, settings: ContainerSettings, command: string[]): Promise<Container> {
  const child = enter(root, "ro", settings, command);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const exited = new Promise<number | null>((done) => child.once("close", done));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  // unshare passes no signal on, so the process is asked itself.
  const first = await waitFor("the process of the container", async () => {
    const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").catch(() => "");
    return Number(children.split(" ")[0]) || (isRunning() ? null : "ended");
  });
  const pid = first === "ended" ? 0 : first;
  return {
    pid,
    output: () => output,
    isRunning,
    exited,
    stop: () => {
      if (isRunning() && pid > 0) process.kill(pid, "SIGTERM");
      return exited;
    },
  };
}
