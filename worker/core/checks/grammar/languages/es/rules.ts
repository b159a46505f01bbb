import type { LanguageRule } from "../engine/rule.ts";
import { SPANISH_FORM_RULES } from "./form-rules.ts";

/** Lists rules for Spanish words that are confused because they differ only in an accent or a silent letter. */
export const SPANISH_RULES: readonly LanguageRule[] = [
  {
    id: "esta-verb",
    rule: "grammar/wrong-word",
    message: "“esta” means “this”; the form of “estar” has an accent: “{fix}”.",
    patterns: [
      "<=N> [esta→está] <=P,A>!<N>|<P>|@preposition|@place|<Vg>",
      "no|se|nos|le|me|te|dónde|donde|cómo|qué|que|también|ya|siempre [esta→está] <P>!<N>|<Vg>|@preposition!a!por|@place!noche|el|la|los|las|su|tu|mi|muy|listo|lista",
      "todo|nada|quien|usted|ella|él [esta→está] <P>!<N>|<A>!<N>|<Vg>|@place|@preposition",
      "^ donde|dónde [esta→está] *",
      "[estan→están] *",
      "[esten→estén] *",
    ],
  },
  {
    id: "esta-this",
    rule: "grammar/wrong-word",
    message: "“está” is a form of “estar”; “this” has no accent: “{fix}”.",
    patterns: ["[está→esta] <=Nfs>!<A>", "en|de|para|con|por|a|sobre|desde|hasta [está→esta] <Nfs>"],
  },
  {
    id: "mas-more",
    rule: "grammar/wrong-word",
    message: "“mas” without an accent means “but”; “more” is “más”.",
    patterns: [
      "* [mas→más] <A>|<P>|<R>|de|que|información|@compared",
      "para|con|por|de|el|la|los|las|lo|muchos|muchas|mucho|cada|ser|somos|es|son|algo|nada|nadie [mas→más] *",
      "* [mas→más] $",
      "^ [mas→más] de|información|que|<=N>",
    ],
  },
  {
    id: "si-yes",
    rule: "grammar/wrong-word",
    message: "“si” means “if”; “yes” and “oneself” are “sí”.",
    patterns: ["^ [si→sí] ,", "por|a|de|en [si→sí] mismo|misma|mismos|mismas|solo|sola"],
  },
  {
    id: "si-if",
    rule: "grammar/wrong-word",
    message: "“sí” means “yes”; “if” has no accent: “{fix}”.",
    patterns: [
      "^ [sí→si] <V3s>!está|<V3p>|<V2s>!<N>|tiene|usted|ustedes|no|quiere|desea|necesita",
      "saber|sabe|sabemos|saben|sé|sabes|pregunte|pregunta|preguntar|verificar|compruebe [sí→si] <V>|el|la|los|las|hay|se|su",
    ],
  },
  {
    id: "tu-you",
    rule: "grammar/wrong-word",
    message: "“tu” means “your”; the pronoun is “tú”.",
    patterns: [
      "[tu→tú] eres|tienes|puedes|sabes|quieres|decides|eliges|mandas|haces|vas|estás",
      "[tu→tú] mismo|misma $",
      "[tu→tú] mismo|misma en|con",
      "^ [tu→tú] <=V2s>",
      "hazlo|como|y|con|que [tu→tú] $",
    ],
  },
  {
    id: "tu-your",
    rule: "grammar/wrong-word",
    message: "“tú” is the pronoun “you”; “your” has no accent: “{fix}”.",
    patterns: [
      "[tú→tu] <=Nms,Nfs>",
      "<V>!<R>!<O>|@preposition!entre!según [tú→tu] <Nms>!<V>!<R>|<Nfs>!<V>!<R>",
      "@preposition!entre!según [tú→tu] <N.s>!<R>",
      "[tú→tu] <A.s>!<V>!<R>!<O>!solo <N.s>",
    ],
  },
  {
    id: "el-the",
    rule: "grammar/wrong-word",
    message: "“él” means “he”; the article has no accent: “{fix}”.",
    patterns: ["[él→el] <=Nms>", "para|de|en|con|por|sobre [él→el] <Nms>!<V>", "^ [él→el] <Nms>!<R>!<O> <V3s>!<N>|es"],
  },
  {
    id: "el-he",
    rule: "grammar/wrong-word",
    message: "“el” is the article; “he” has an accent: “él”.",
    patterns: [
      "con|para|por|de|sin|sobre [el→él] $",
      "con|para|sin|sobre [el→él] y|no",
      "^ [el→él] es|era|fue|tiene|está|puede|nos|me|le|se|será|sabe|quiere|no",
    ],
  },
  {
    id: "question-words",
    rule: "grammar/wrong-word",
    message: "A question word has an accent: write “{fix}”.",
    patterns: [
      "¿ [como→cómo] <V>!<N>|<Vi>|nos|se|te|puedo",
      "¿ [cuando→cuándo] <V>!<N>|<Vi>|se|nos",
      "¿ [que→qué] es|son|significa|incluye|ofrecemos|hacemos|necesitas|necesito|servicios|precio|documentos",
      "¿ [cual→cuál] *",
      "¿ [cuales→cuáles] *",
      "¿ [donde→dónde] <V>|<Vi>|se|nos|puedo|está|esta",
      "¿ [cuanto→cuánto] <V>|se|tiempo|me|te",
      "¿ [cuanta→cuánta] *",
      "¿ [cuantos→cuántos] <N>",
      "¿ [cuantas→cuántas] *",
      "¿ [quien→quién] <V>",
      "¿ [quienes→quiénes] <V>",
      "¿ por [que→qué] *",
      "¿ [porque→por_qué] <V>|no|nos|se|el|la",
    ],
  },
  {
    id: "haber-a-ver",
    rule: "grammar/wrong-word",
    message: "“haber” is the verb “have”; “let's see” is written “a ver”.",
    patterns: ["vamos|vamo|voy [haber→a_ver] *", "^ [haber→a_ver] si|qué|cuándo|cómo|que|quién"],
  },
  {
    id: "a-ver-haber",
    rule: "grammar/wrong-word",
    message: "“a ver” means “to see”; “there to be” is “haber”: write “{fix}”.",
    patterns: [
      "va|iba|puede|debe|podría|tiene|suele|van [a ver→a_haber] una|un|que|más|muchos|muchas|varias|varios|algún|alguna fiesta|problemas|fiestas|problema|cambios|lugar|sitio|errores|hacer|ir|gente|evento",
    ],
  },
  {
    id: "ha-to",
    rule: "grammar/wrong-word",
    message: "“ha” is a form of “haber”; the preposition is “a”: write “{fix}”.",
    patterns: [
      "[ha→a] <Vi>!<P>!<N>",
      "voy|vas|va|vamos|van|ir|volver|empezar|volvemos [ha→a] *",
      "[ha→a] partir|través|la|las|los|el|un|una|nuestra|nuestro|nuestras|nuestros|su|sus|todos|todas|todo",
      "[ha→a] @preposition!de",
    ],
  },
  {
    id: "a-have",
    rule: "grammar/wrong-word",
    message: "“a” is the preposition; the form of “haber” is “ha”: write “{fix}”.",
    patterns: [
      "se|nos|le|les|me|te|lo|no|ya|que|quien|él|ella|usted [a→ha] <Pms>!<N>|<=Pms>|sido|estado|hecho|hecho|visto|gustado",
      "<=Nms,Nfs,Ams,Afs> [a→ha] sido|estado|<=Pms>",
    ],
  },
  {
    id: "hay",
    rule: "grammar/wrong-word",
    message: "“hay” is “there is”, “ahí” is “there”, “ay” is a sigh: write “{fix}”.",
    patterns: [
      "*!por!de!desde!hasta [ahí→hay] que|muchos|muchas|varios|varias|mucho|mucha|algunos|algunas|ningún <Vi>|<N>",
      "^ [ahí→hay] que <Vi>",
      "no [ahí→hay] <N>|nada|nadie|ningún|ninguna|más|que",
      "[ay→hay] que|muchos|muchas|varios|varias|un|una|más",
      "[ay→hay] <N.p>",
      "por|desde|hasta|de [hay→ahí] se|nos|vamos",
      "por|desde [hay→ahí] ,",
    ],
  },
  {
    id: "hecho-echo",
    rule: "grammar/wrong-word",
    message: "“echo” is a form of “echar”, “hecho” one of “hacer”: write “{fix}”.",
    patterns: [
      "he|has|ha|hemos|han|había|haber|está|están|estaba|fue [echo→hecho] *",
      "me|te|lo|la|los|las|les|le [hecho→echo] de menos|una|un",
    ],
  },
  {
    id: "de-que",
    rule: "grammar/phrase",
    message: "After this verb, leave out “de”: write “{fix}”.",
    patterns: [
      "pienso|piensa|pensamos|creo|cree|creemos|creen|dice|dicen|digo|resulta|considero|consideramos|opino|opinamos|espero|esperamos|supongo [de que→que] *",
    ],
  },
  ...SPANISH_FORM_RULES,
];
