import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const ARCHIVE = "http://deb.debian.org/debian";
const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
/** The major version of npm that Node 24 brings. */
const NPM = "npm@11";
/** Folders of /usr/share that Debian's "slim" images leave out. */
const LEFT_OUT = ["doc", "groff", "info", "linda", "lintian", "locale", "man"];

/**
 * Makes what `FROM node:<version>-<suite>-slim` names, without its registry: Debian by debootstrap, Node from the npm package of that version (the
 * same program), and npm. What differs: npm's exact version, and yarn, which the original has and we do not use.
 */
export async function makeBase(image: string, root: string): Promise<void> {
  const [, version, suite] = /^node:(\d+\.\d+\.\d+)-([a-z]+)-slim$/.exec(image) ?? [];
  if (!version || !suite) throw new Error(`This drill knows node:<version>-<suite>-slim as a base, not ${image}.`);
  const keyring = ["--variant=minbase", `--keyring=${KEYRING}`];
  await run("debootstrap", [...keyring, suite, root, ARCHIVE], { maxBuffer: 50_000_000 });
  await makeSlim(root, suite);
  await addNode(root, version);
}

async function makeSlim(root: string, suite: string): Promise<void> {
  const excluded = LEFT_OUT.map((name) => `path-exclude /usr/share/${name}/*`);
  await writeFile(
    join(root, "etc/dpkg/dpkg.cfg.d/docker"),
    [...excluded, "path-include /usr/share/doc/*/copyright", "force-unsafe-io", ""].join("\n"),
  );
  // As in Debian's images: no package stays after its installation.
  await writeFile(
    join(root, "etc/apt/apt.conf.d/docker-clean"),
    'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/*.bin || true"; };\nDir::Cache::pkgcache "";\nDir::Cache::srcpkgcache "";\n',
  );
  for (const name of LEFT_OUT) await rm(join(root, "usr/share", name), { recursive: true, force: true });
  for (const name of ["var/cache/apt/archives", "var/lib/apt/lists"]) {
    await rm(join(root, name), { recursive: true, force: true });
    await mkdir(join(root, name, "partial"), { recursive: true });
  }
  const signed = "[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]";
  await writeFile(
    join(root, "etc/apt/sources.list"),
    `deb ${signed} ${ARCHIVE} ${suite} main\ndeb ${signed} ${ARCHIVE} ${suite}-updates main\ndeb ${signed} ${ARCHIVE}-security ${suite}-security main\n`,
  );
}

async function addNode(root: string, version: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "flawless-node-"));
  try {
    const name = `node-linux-${process.arch}`;
    await run("npm", ["pack", `${name}@${version}`, "--silent", "--pack-destination", folder]);
    await run("tar", ["-xzf", join(folder, `${name}-${version}.tgz`), "-C", folder]);
    for (const part of ["bin", "include", "share"])
      await cp(join(folder, "package", part), join(root, "usr/local", part), { recursive: true });
    await run("npm", ["install", "--global", "--no-audit", "--no-fund", "--prefix", join(root, "usr/local"), NPM]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
