import { execFile } from "node:child_process";
import { copyFile, mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { type ContainerStage, type ContainerStep, readContainerfile } from "#test/support/read-containerfile.ts";
import { type ContainerSettings, runStep } from "./container.ts";
import { type ContextFilter, copyContext } from "./copy-context.ts";
import { makeBase } from "./make-base.ts";

const run = promisify(execFile);
const PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** Path of this machine's certificates during RUN, if NODE_EXTRA_CA_CERTS names some: npm may need them. */
const CERTIFICATES = "run/certificates-of-the-builder.crt";

/** A finished image: its root folder and what it says of its processes. */
export type Image = {
  root: string;
  settings: ContainerSettings;
  entrypoint: string[];
  command: string[];
  healthCheck: string[];
};
type Build = { text: string; context: string; allows: ContextFilter; folder: string; say: (line: string) => void };

/** Runs all steps of a Containerfile, each stage in a folder of its own, and returns the last stage. @throws at the first step that fails */
export async function buildImage({ text, context, allows, folder, say }: Build): Promise<Image> {
  const stages = readContainerfile(text);
  const bases = new Map<string, string>();
  const built = new Map<string, string>();
  let image: Image | null = null;
  for (const [index, stage] of stages.entries()) {
    const root = join(folder, `stage-${index + 1}`);
    say(`FROM ${stage.base}`);
    const base = bases.get(stage.base) ?? join(folder, "base");
    if (!bases.has(stage.base)) await makeBase(stage.base, base);
    bases.set(stage.base, base);
    await run("cp", ["-a", base, root]);
    image = await buildStage(stage, { root, context, allows, built, say });
    if (stage.name) built.set(stage.name, root);
  }
  if (!image) throw new Error("The Containerfile has no FROM.");
  return image;
}

type Stage = Pick<Build, "context" | "allows" | "say"> & { root: string; built: ReadonlyMap<string, string> };

async function buildStage({ steps }: ContainerStage, stage: Stage): Promise<Image> {
  const image: Image = {
    root: stage.root,
    settings: { environment: { PATH }, workdir: "/", user: "0:0" },
    entrypoint: [],
    command: [],
    healthCheck: [],
  };
  for (const step of steps) {
    const startedAt = Date.now();
    stage.say(`${step.word} ${step.value.slice(0, 120)}`);
    await take(step, image, stage);
    if (step.word === "RUN") stage.say(`  done in ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }
  return image;
}

async function take({ word, value }: ContainerStep, image: Image, stage: Stage): Promise<void> {
  const { settings } = image;
  switch (word) {
    case "WORKDIR":
      settings.workdir = value;
      await mkdir(join(image.root, value), { recursive: true });
      return;
    case "ENV":
      for (const [, name = "", set = ""] of value.matchAll(/([A-Za-z_]+)=(\S*)/g)) settings.environment[name] = set;
      return;
    case "USER":
      settings.user = value;
      return;
    case "ENTRYPOINT":
      image.entrypoint = JSON.parse(value);
      return;
    case "CMD":
      image.command = JSON.parse(value);
      return;
    case "HEALTHCHECK":
      image.healthCheck = JSON.parse(value.slice(value.indexOf("[")));
      return;
    case "EXPOSE":
    case "VOLUME":
      return;
    case "COPY":
      return copy(value, image, stage);
    case "RUN":
      return runWithNetwork(value, image);
    default:
      throw new Error(`This drill does not know the instruction ${word}.`);
  }
}

async function copy(value: string, { root, settings }: Image, { context, allows, built }: Stage): Promise<void> {
  const words = value.split(" ");
  const from = words[0]?.startsWith("--from=") ? words.shift()?.slice("--from=".length) : undefined;
  const target = resolve(join(root, settings.workdir), words.pop() ?? ".");
  if (from === undefined) return copyContext(context, { sources: words, target, allows });
  const source = built.get(from);
  if (!source) throw new Error(`COPY --from=${from}: there is no stage of this name.`);
  for (const word of words) await run("cp", ["-a", `${join(source, word)}/.`, target]);
}

/** Runs a step with this machine's name servers and certificates, which are gone afterwards, as with a container engine. */
async function runWithNetwork(command: string, { root, settings }: Image): Promise<void> {
  const certificates = process.env.NODE_EXTRA_CA_CERTS;
  const environment = {
    HOME: "/root",
    ...settings.environment,
    ...(certificates ? { NODE_EXTRA_CA_CERTS: `/${CERTIFICATES}` } : {}),
  };
  await copyFile("/etc/resolv.conf", join(root, "etc/resolv.conf"));
  if (certificates) await copyFile(certificates, join(root, CERTIFICATES));
  try {
    await runStep(root, { ...settings, environment }, command);
  } finally {
    await rm(join(root, CERTIFICATES), { force: true });
  }
}
