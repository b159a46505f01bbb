import { createRequire } from "node:module";
import { join } from "node:path";
import { enginesVersion } from "@prisma/engines-version";
import { PATHS } from "../project-paths.ts";

/**
 * Writes the database client, as `prisma generate` does. A program of its own, so that its memory is free afterwards. It uses the generator
 * directly, because the package `prisma` brings a development server and a studio: 150 MB that nothing here uses.
 */
const require = createRequire(import.meta.url);
// Required, because Node cannot import them: the one names files without their endings, the other hides its exports.
const { PrismaClientTsGenerator }: typeof import("@prisma/client-generator-ts") = require("@prisma/client-generator-ts");
const { getGenerators, loadSchemaContext }: typeof import("@prisma/internals") = require("@prisma/internals");

const cwd = join(PATHS.root, "prisma");
const generators = await getGenerators({
  schemaContext: await loadSchemaContext({
    schemaPath: { cliProvidedPath: join(cwd, "schema.prisma") },
    cwd,
    printLoadMessage: false,
  }),
  registry: { "prisma-client": { type: "in-process", generator: new PrismaClientTsGenerator() } },
  version: enginesVersion.replace(/^.*\./, ""),
  cliCommand: "generate",
});
for (const generator of generators) {
  await generator.generate();
  generator.stop();
}
