import { beforeAll, describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { type CheckSpelling, createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

let checkSpelling: CheckSpelling;

beforeAll(async () => {
  checkSpelling = createCheckSpelling(await loadLexicon());
}, 60_000);

describe("confidenceElsewhere", { timeout: 60_000 }, () => {
  it.each([
    ["a family name after a given name", "Unser Trainer ist Hartmut Bölter.", "de"],
    ["a family name before a given name", "Bölter, Hartmut", "de"],
    ["a family name after a title", "Bitte melden Sie sich bei Frau Bölter.", "de"],
    ["a family name after an initial", "Das Orchester leitet Hartmut K. Bölter.", "de"],
    ["a family name with a particle", "Mediatore è Gianluca de Marzelli.", "it"],
    ["an infinitive with “zu”", "Es ist verboten, das Wasser mitzuverwenden.", "de"],
    ["the comparative of a participle", "Wir suchen eine durchdachtere Lösung.", "de"],
    ["a title with an initial and a name", "Prof. W. Bölter hält den Vortrag.", "de"],
    ["the spelling of 1990", "Nos voeux et le bruit du moteur à l’entrainement", "fr"],
    ["a form for “vos” alone", "Elegí el tuyo y agradecé después.", "es"],
    ["a noun made of a verb", "El agendamiento es gratuito.", "es"],
    ["a label in another language", "Morote dori", "fr"],
    ["a list of people", "Voorzitter: Andrée Ruytens", "nl"],
    ["a negated participle", "Es gibt auch ungepolsterte Stühle.", "de"],
    ["a contracted verb", "Das wär’s für heute.", "de"],
    ["an adjective that could be a noun", "Wir wohnen im rosenreichen alten Viertel.", "de"],
    ["an abbreviation alone", "stellv.", "de"],
    ["a short noun with another letter", "Der Zug hält in Liewen.", "de"],
    ["an abbreviation in a label", "stellv. Schatzmeisterin", "de"],
    ["two unknown names", "Mit dabei ist Zilla Bölter.", "de"],
    ["a text of nothing but a name", "Rauscher, Wenzl", "de"],
    ["a compound with a short part", "Der Putztag und die Amtstür", "de"],
    ["a word that people use", "Die Repräsentantin mietete einen gebrauchten Wohnmobilstellplatz in Bad Salzuflen.", "de"],
    ["an adjective of its language", "La asamblea veredal y los comités veredales", "es"],
    ["a Dutch compound with a short part", "Na de lesweek komt de opleverdag.", "nl"],
    ["a quotation of another century", "Wir thun kund, daß jeder Theil seyn Gewerb treyben dörffe, wie es Recht ist.", "de"],
    ["a part of a garbled word", "Un bain rafraÃ®chissant.", "fr"],
    ["a capital without its accent", "Ecole et Equipements", "fr"],
    ["a present participle", "Het werkt stabiliserend en activerend.", "nl"],
    ["the spelling before 1990", "O projecto de direcção esteve óptimo, directamente da colecção.", "pt-BR"],
    ["a prefix of its language", "La indisponibilidad fue breve.", "es"],
    ["a part of a name with a hyphen", "Agencia: Coope-Palmera", "es"],
    ["a diaeresis from before 1990", "Os sócios são freqüentes.", "pt-BR"],
    ["an open diphthong from before 1990", "A prova heróica foi ontem.", "pt-BR"],
    ["an accent that told two words apart", "Fomos ao pólo sul.", "pt-BR"],
    ["a loan word with the accent of 1990", "Une réduction attend chaque sénior.", "fr"],
    ["a rare verb form near a form of the dictionary", "Questi piatti vi soddisferanno di certo.", "it"],
    ["a compound near one that the dictionary makes up", "Er zijn weer typlessen voor kinderen.", "nl"],
    ["a term of medicine", "De dysfasie wordt laat ontdekt.", "nl"],
    ["a substance with an English name", "La raíz contiene inulina y mucha fibra.", "es"],
    ["a plural that the dictionary lacks", "El té ayuda con los resfríos de invierno.", "es"],
    ["the other spelling of an adjective", "Las semillas son afrodisiacas.", "es"],
    ["a short name within a sentence", "Het bestuur is Lief Vanden.", "nl"],
    ["a participle of a separable verb", "Die ausgebrachten Samen keimen bald.", "de"],
    ["a participle of a Dutch separable verb", "Het geld werd omgeteld in de kassa.", "nl"],
    ["a noun of an action", "La arrimación de los muebles es gratuita.", "es"],
    ["a word of two slips", "Vi serviamo la sottofesa alla griglia.", "it"],
    ["an accent of capitals as an apostrophe", "LA QUALITA' E LA NOVITA' DEL GIORNO", "it"],
    ["the feminine of a person", "Neue Töpferin und Standleiterin gesucht", "de"],
    ["the dative plural of a noun", "Wir siegten mit drei Zehnteln auf den Rollern.", "de"],
    ["the plural of a noun in “-ik”", "Die Musiken laufen leise.", "de"],
    ["a separable verb at the end of its clause", "Wir sahen, wie das Wetter umschlug.", "de"],
    ["an adjective without its vowel", "Bei trocknem Boden gießen wir.", "de"],
    ["a participle with a noun", "Die holzbeheizten Stuben sind warm.", "de"],
    ["a loan verb", "Wir powern uns aus und toppten den Rekord.", "de"],
    ["a verb without its last vowel", "Gern tret ich ein.", "de"],
    ["forms of a song", "Es ziehet uns're Schar im Glanze aus.", "de"],
    ["a participle used as a noun", "Vom Jugendbeauftragtem bis zum Trainer", "de"],
    ["an adjective that is a noun too", "Wir ordnen Ihrem Gerät eine pseudonyme Nummer zu.", "de"],
    ["a name alone", "Betina", "de"],
    ["a name before a noun", "Kotter Autohaus, Inhaber Jan Meier", "de"],
    ["a word for people of any gender", "Gracias a todxs y a nosotrxs.", "es"],
    ["a term in quotation marks", 'El plato, también llamado "pulpo a feira", es rico.', "es"],
    ["the plural of a word in “-ista”", "Sale con decorazioni minimaliste.", "it"],
    ["an accent that stresses a word", "Dat wil je níet missen.", "nl"],
    ["letters read in another encoding", "Du wÃ¤hlst den Ort.", "de"],
    ["a word with a lost letter", "La cit\uFFFD et la qualitï¿½ du marchï¿½", "fr"],
  ] as const)("mails nobody %s", (_kind, text, language) => {
    const mailed = checkSpelling({ text }, language).filter(({ confidence }) => confidence >= MAIL_CONFIDENCE);
    expect(mailed.map((finding) => `${finding.text} → ${finding.suggestions[0]}`)).toEqual([]);
  });

  it.each([
    ["Frau Müller macht gute Vorschlage und viele Übnugen.", "de", "Übnugen", "Übungen"],
    ["Das ist unmöglcih und nicht anzumleden.", "de", "unmöglcih", "unmöglich"],
    ["In der Eröffnug wirkt auch die neue Initative mit.", "de", "Initative", "Initiative"],
    ["Nao abrimos aos domingos.", "pt-BR", "Nao", "Não"],
    ["Los jòvenes entrenan aquì.", "es", "jòvenes", "jóvenes"],
    ["La formaciòn empieza el lunes.", "es", "formaciòn", "formación"],
    ["Ein neu gewonnes Mitglied im letzem Jahr.", "de", "letzem", "letztem"],
    ["Auf dem Platz folgete der Sieger.", "de", "folgete", "folgte"],
    ["Contactanos para pedir cita.", "es", "Contactanos", "Contáctanos"],
    ["Siguenos en las redes.", "es", "Siguenos", "Síguenos"],
    ["Comuniquese con nosotros.", "es", "Comuniquese", "Comuníquese"],
    ["Fundacion Urielle Sarmiento", "es", "Fundacion", "Fundación"],
    ["REFERESCO DE UNGURAHUI", "es", "REFERESCO", "REFRESCO"],
    ["Suscribete a nuestro boletín.", "es", "Suscribete", "Suscríbete"],
    ["Sono cose che chiunque puo fare.", "it", "puo", "può"],
    ["Les personnes agées sont bienvenues.", "fr", "agées", "âgées"],
    ["Horario De Atencion de la Oficina", "es", "Atencion", "Atención"],
    ["O proejto começou ontem.", "pt-BR", "proejto", "projeto"],
    ["As informaçoes são tranquïlas.", "pt-BR", "informaçoes", "informações"],
    ["Les réservatoins sont ouvertes.", "fr", "réservatoins", "réservations"],
    ["Vi informiamo sulle novita della settimana.", "it", "novita", "novità"],
    ["La cosina abre a las ocho.", "es", "cosina", "cocina"],
    ["Los cuadernos son gratuítos.", "es", "gratuítos", "gratuitos"],
    ["Lees de Algemene Voorwarden.", "nl", "Voorwarden", "Voorwaarden"],
    ["De spijsvertreing van de hond", "nl", "spijsvertreing", "spijsvertering"],
  ] as const)("mails what is wrong in %j", (text, language, written, meant) => {
    const found = checkSpelling({ text }, language).find((finding) => finding.text === written);
    expect(found?.suggestions[0]).toBe(meant);
    if (meant !== undefined) expect(found?.confidence).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
  });

  it("mails nobody a file name that describes a picture, but a slip in a description", () => {
    const confidenceOf = (text: string) => checkSpelling({ text, kind: "alt" }, "es")[0]?.confidence ?? 0;
    expect(confidenceOf("logo-reparacion")).toBeLessThan(MAIL_CONFIDENCE);
    expect(confidenceOf("Taller de reparacion")).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
  });
});
