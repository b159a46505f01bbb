import { beforeAll, describe, expect, it } from "vitest";
import { type CheckSpelling, createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import { pageSaysVos } from "#worker/core/checks/spelling/languages/voseo.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

let check: CheckSpelling;

beforeAll(async () => {
  check = createCheckSpelling(await loadLexicon());
  // Loads Spanish, which takes longer than a test may.
  check({ text: "hola" }, "es");
}, 60_000);

const unknown = (text: string, lang: string | null) => check({ text, lang }, "es").map((finding) => finding.text);

describe("forms for “vos”", () => {
  it.each(["es-AR", "es-UY", "es-Latn-PY"])("are right on a page in %s", (lang) => {
    expect(unknown("Pagá en cuotas y retirá hoy. Comprás, elegís y nos escribís. Contanos qué necesitás.", lang)).toEqual([]);
  });

  it("are right where the text itself says “vos”", () => {
    expect(unknown("Vos elegís cuándo comprás.", "es")).toEqual([]);
  });

  it("make a page one for people who say “vos”", () => {
    expect(pageSaysVos(["Contactanos", "Hola, ¿querés sumarte?"])).toBe(true);
    expect(pageSaysVos(["Contáctanos", "¿Quieres sumarte? SOS"])).toBe(false);
    expect(unknown("Sumate y contactanos", "es-AR")).toEqual([]);
  });

  it("are not right elsewhere, nor is any word with an accent at its end", () => {
    expect(unknown("Los clientes necesitás ayuda.", "es-ES")).toEqual(["necesitás"]);
    expect(unknown("Una casa grande y dos rojás.", "es-AR")).toEqual(["rojás"]);
  });
});

describe("accents of verbs with pronouns", () => {
  it("are no excuse for an adjective with a wrong accent", () => {
    expect(unknown("Nuestras ofertas especiáles", "es")).toEqual(["especiáles"]);
    expect(unknown("Suscríbete, dímelo, dáselo y actualízate.", "es")).toEqual([]);
  });
});
