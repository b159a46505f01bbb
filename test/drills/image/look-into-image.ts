import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const run = promisify(execFile);
const BAR_BYTES = 1_200_000_000;
const PROJECT = "srv/flawless";
/** Programs that a running product does not need and that an intruder would like. */
const TOOLS = ["git", "gcc", "cc", "make", "python3", "curl", "wget", "psql", "ssh"];
const SECRET_NAMES =
  /^(?:\.env(?!\.example$)(?:\..*)?|\.npmrc|\.git|\.flawless|\.netrc|\.ssh|id_[a-z0-9]+|.*\.(?:pem|key|p12))$/;
/** As a line of its own: programs that read keys name this line, too. */
const PRIVATE_KEY = "^-----BEGIN ([A-Z]+ )?PRIVATE KEY-----$";

/** Looks for what must not be in an image: development tools, secrets, files that its user could change, and too many bytes. Returns the faults. */
export async function lookIntoImage(root: string, say: (line: string) => void): Promise<string[]> {
  const bytes = await sizeOf(root);
  const parts = await Promise.all(
    [`${PROJECT}/node_modules`, `${PROJECT}/.next`, PROJECT, "usr/lib/chromium", "usr/local", "usr"].map(
      async (part) => `${part} ${megabytes(await sizeOf(join(root, part)))}`,
    ),
  );
  say(`Size: ${megabytes(bytes)} (bar 1200 MB). Of it: ${parts.join(", ")}.`);
  return [
    ...(bytes < BAR_BYTES ? [] : [`The image has ${megabytes(bytes)}; the bar is 1200 MB.`]),
    ...(await findTools(root)),
    ...(await findSecrets(root)),
    ...(await findChangeable(root)),
    ...(existsSync(join(root, PROJECT, "sbom.cdx.json")) ? [] : ["The list of packages, sbom.cdx.json, is missing."]),
  ];
}

async function sizeOf(folder: string): Promise<number> {
  const { stdout } = await run("du", ["--apparent-size", "--block-size=1", "--summarize", "--one-file-system", folder]);
  return Number(stdout.split("\t")[0]);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

const lockFile = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });

/** Finds programs for developers, and packages that only development needs. */
async function findTools(root: string): Promise<string[]> {
  const { packages: locked } = lockFile.parse(JSON.parse(await readFile("package-lock.json", "utf8")));
  const packages = Object.keys(locked).filter((path) => locked[path]?.dev && existsSync(join(root, PROJECT, path)));
  const folders = ["bin", "sbin", "usr/bin", "usr/sbin", "usr/local/bin"];
  const programs = TOOLS.filter((name) => folders.some((folder) => existsSync(join(root, folder, name))));
  return [...packages, ...programs].map((name) => `${name} is in the image.`);
}

/** Finds files that are named like secrets, private keys, and the values of this checkout's .env. */
async function findSecrets(root: string): Promise<string[]> {
  const own = await readdir(join(root, PROJECT), { recursive: true });
  const named = own.filter(
    (path) => !path.includes("node_modules/") && SECRET_NAMES.test(path.slice(path.lastIndexOf("/") + 1)),
  );
  const settings = existsSync(".env") ? await readFile(".env", "utf8") : "";
  const values = [...settings.matchAll(/^[A-Z_]+=["']?([^"'\n]{12,})["']?$/gm)].map(([, value = ""]) => value);
  const patterns = [PRIVATE_KEY, ...values.map((value) => value.replace(/[^A-Za-z0-9]/g, "\\$&"))];
  const places = [PROJECT, "root", "etc", "tmp", "data"].map((place) => join(root, place));
  const args = ["-rlIE", ...patterns.flatMap((pattern) => ["-e", pattern]), "--exclude-dir=node_modules", ...places];
  // grep ends with 1 if it finds nothing.
  const { stdout } = await run("grep", args).catch((error: { code?: number; stdout?: string }) => {
    if (error.code === 1) return { stdout: "" };
    throw error;
  });
  return [...named, ...stdout.split("\n").filter(Boolean)].map((path) => `${path} looks like a secret.`);
}

/** Finds what the image's user, who is in no group but their own, could change in the program. */
async function findChangeable(root: string): Promise<string[]> {
  const folders = [PROJECT, "usr", "etc"].map((name) => join(root, name));
  const { stdout } = await run("find", [...folders, "!", "-type", "l", "(", "-perm", "-o+w", "-o", "-uid", "10001", ")"], {
    maxBuffer: 50_000_000,
  });
  return stdout
    .split("\n")
    .filter(Boolean)
    .slice(0, 10)
    .map((path) => `The image's user may change ${path}.`);
}
