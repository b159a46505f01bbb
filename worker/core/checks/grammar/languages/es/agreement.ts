import type { AgreementTable } from "../engine/agreement-table.ts";

const set = (words: string) => new Set(words.split(" "));
const STRESSED_A =
  /^(?:h?á|h?a(?:gua|la|lma|rma|rte|ula|ve|ma|mbre|cta|cha|da|lba|nsia|rca|rea|rpa|ltas?|lza|spa|sma|ya|mpa|bla|ra)s?$)/u;

export const SPANISH_AGREEMENT: AgreementTable = {
  language: "es",
  determiners: [
    "el la los las",
    "un una unos unas",
    "al - - -",
    "del - - -",
    "este esta estos estas",
    "ese esa esos esas",
    "aquel aquella aquellos aquellas",
    "mi mi mis mis",
    "tu tu tus tus",
    "su su sus sus",
    "nuestro nuestra nuestros nuestras",
    "algún alguna algunos algunas",
    "ningún ninguna - -",
    "otro otra otros otras",
    "- - muchos muchas",
    "cada cada - -",
    "- - varios varias",
    "- - ambos ambas",
  ],
  pronouns: { ella: ["fs"], ellas: ["fp"], ellos: ["mp"], nosotros: ["mp"], nosotras: ["fp"] },
  copulas: set("es son está están era eran estaba estaban será serán fue fueron somos estamos"),
  adverbs: set("muy bien siempre ya también totalmente completamente no"),
  exceptions: set(
    "lunes martes miércoles jueves viernes enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre rosa naranja violeta extra súper clave modelo piloto mil millón poco mucho más menos medio media solo sólo único todo toda web online hashtag vez veces mano punta tercera piel guardia cámara guía policía",
  ),
  neverPronouns: set("un una al del mi mis tu tus su sus nuestro nuestra nuestros nuestras cada varios varias muchos muchas"),
  notAfter: set("o y u e / cien mil uno unos todo"),
  linkers: set("de del a al en con por para sin sobre entre y"),
  coordinators: set("y o e u ,"),
  endings: ["", "s", "es", "o", "a", "os", "as", "ión", "iones", "z", "ces", "ón", "ones", "e", "en"],
  isRight: (determiner, next, slots) =>
    /^(?:el|un|al|del|algún|ningún)$/u.test(determiner) && slots.includes("fs") && STRESSED_A.test(next),
};
