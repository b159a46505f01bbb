import { writeFileSync } from "node:fs";
import { compileReaderModule } from "./reader/compile-reader-module.ts";

/** Compiles reader.wat of the sentence reader: `node test/bench/make/make-reader-module.ts`. A test compares the two. */
const OUTPUT = "worker/core/checks/grammar/reader/reader-module.ts";
const about = "/** The module of reader.wat, in base64. `node test/bench/make/make-reader-module.ts` writes it. */";
writeFileSync(OUTPUT, `${about}\nexport const READER_MODULE =\n  "${await compileReaderModule()}";\n`);
