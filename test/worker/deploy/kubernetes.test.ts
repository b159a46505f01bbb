import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ipaddr from "ipaddr.js";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import { DEPLOY, parseEnvironment, parseFilledIn, readDeployFile, unknownNames } from "./deploy-files.ts";

const FOLDER = "kubernetes";
const labels = z.record(z.string(), z.string());
const containerSchema = z.object({
  image: z.literal("flawless"),
  args: z.array(z.string()).default([]),
  env: z.never().optional(),
  resources: z.object({
    requests: z.object({ cpu: z.string(), memory: z.string() }),
    limits: z.object({ memory: z.string() }),
  }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal("ALL")]) }),
  }),
});
const podSchema = z.object({
  metadata: z.object({ labels }),
  spec: z.object({
    automountServiceAccountToken: z.literal(false),
    terminationGracePeriodSeconds: z.number().optional(),
    securityContext: z.object({
      runAsNonRoot: z.literal(true),
      runAsUser: z.literal(10001),
      seccompProfile: z.object({ type: z.enum(["RuntimeDefault", "Localhost"]) }),
    }),
    containers: z.array(containerSchema).length(1),
  }),
});
const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
  spec: z.looseObject({}).optional(),
});

function readObjects(folder: string) {
  const names = readdirSync(join(DEPLOY, FOLDER, folder)).filter(
    (name) => name.endsWith(".yaml") && name !== "kustomization.yaml",
  );
  return names.flatMap((name) =>
    parseAllDocuments(readFileSync(join(DEPLOY, FOLDER, folder, name), "utf8")).map((document) =>
      objectSchema.parse(document.toJS()),
    ),
  );
}

const objects = [...readObjects("app"), ...readObjects("migrate")];
const find = (kind: string, name: string) => {
  const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
  if (!found) throw new Error(`There is no ${kind} ${name}.`);
  return found.spec;
};
const template = z.object({ template: podSchema });
const pods = {
  web: template.parse(find("Deployment", "web")).template,
  worker: template.parse(find("Deployment", "worker")).template,
  migrate: template.parse(find("Job", "migrate")).template,
};
const settings = parseEnvironment(await readDeployFile(`${FOLDER}/app/settings.env`));
const secrets = z
  .object({ stringData: labels })
  .parse(parse(await readDeployFile(`${FOLDER}/secret.template.yaml`))).stringData;

describe("the Kubernetes manifests", () => {
  it.each(["app", "migrate"])("list every file of %s", async (folder) => {
    const { resources } = z
      .object({ resources: z.array(z.string()) })
      .parse(parse(await readDeployFile(`${FOLDER}/${folder}/kustomization.yaml`)));
    const files = readdirSync(join(DEPLOY, FOLDER, folder)).filter(
      (name) => name.endsWith(".yaml") && name !== "kustomization.yaml",
    );
    expect(resources.toSorted()).toEqual(files.toSorted());
  });

  // The schema of pods above refuses root, privileges, a writable root file system and missing resources.
  it("label each pod by its name, which the policies and budgets select", () => {
    for (const [name, pod] of Object.entries(pods)) expect(pod.metadata.labels["app.kubernetes.io/name"]).toBe(name);
    for (const name of ["web", "worker"])
      expect(find("PodDisruptionBudget", name)).toMatchObject({
        selector: { matchLabels: { "app.kubernetes.io/name": name } },
      });
  });

  it("replace web processes without a gap, and give them more time to stop than they use to drain", () => {
    expect(find("Deployment", "web")).toMatchObject({ strategy: { rollingUpdate: { maxUnavailable: 0 } } });
    expect(pods.web.spec.terminationGracePeriodSeconds).toBeGreaterThan(Number(settings.DRAIN_SECONDS) + 10);
  });

  it("allow user namespaces to workers only", () => {
    const types = Object.entries(pods).map(([name, { spec }]) => [name, spec.securityContext.seccompProfile.type]);
    expect(Object.fromEntries(types)).toEqual({
      web: "RuntimeDefault",
      worker: "Localhost",
      migrate: "RuntimeDefault",
    });
  });

  it("set variables that something reads, and settings that are valid", () => {
    expect(unknownNames([...Object.keys(settings), ...Object.keys(secrets)])).toEqual([]);
    expect(() => parseFilledIn({ ...settings, ...secrets })).not.toThrow();
    expect(JSON.stringify(find("Deployment", "web"))).toContain(new URL(settings.APP_URL ?? "").host);
  });
});

describe("the network policies", () => {
  const block = z.object({ cidr: z.string(), except: z.array(z.string()).default([]) });
  const rule = z.object({ to: z.array(z.object({ ipBlock: block.optional() })) });
  const policy = z.object({ egress: z.array(rule).default([]) });
  const blocks = policy
    .parse(find("NetworkPolicy", "public-web"))
    .egress.flatMap(({ to }) => to.flatMap(({ ipBlock }) => ipBlock ?? []));

  const isIn = (address: string, range: string) => {
    const [parsed, [network, bits]] = [ipaddr.parse(address), ipaddr.parseCIDR(range)];
    return parsed.kind() === network.kind() && parsed.match(network, bits);
  };
  const mayReach = (address: string) =>
    blocks.some(({ cidr, except }) => isIn(address, cidr) && !except.some((range) => isIn(address, range)));

  it("refuse everything that is not named", () => {
    expect(find("NetworkPolicy", "nothing-else")).toEqual({ podSelector: {}, policyTypes: ["Ingress", "Egress"] });
  });

  it.each(["93.184.215.14", "1.1.1.1", "2606:4700::1111"])("let workers reach %s", (address) =>
    expect(mayReach(address)).toBe(true),
  );

  it.each([
    ...[
      "10.0.0.1",
      "10.96.0.10",
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
      "100.64.0.1",
      "169.254.169.254",
      "127.0.0.1",
      "0.0.0.0",
    ],
    ...[
      "224.0.0.1",
      "255.255.255.255",
      "198.18.0.1",
      "::1",
      "fd00:ec2::254",
      "fe80::1",
      "64:ff9b::a00:1",
      "2002:a00:1::",
      "ff02::1",
    ],
  ])("keep workers from %s", (address) => expect(mayReach(address)).toBe(false));
});
