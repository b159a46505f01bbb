import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { makeEnglishForms } from "#test/bench/words/english-forms.ts";

/** Makes worker/threads/check/english-forms (see the README.md there) from the installed dictionaries: `node test/bench/make/make-english-forms.ts`. */
const OUTPUT = new URL("../../../worker/threads/check/english-forms/en.txt.gz", import.meta.url);
writeFileSync(OUTPUT, gzipSync(makeEnglishForms(), { level: 9 }));
