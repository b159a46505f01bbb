import type { LanguageRule } from "../engine/rule.ts";

/** Lists rules for Spanish verbs whose person does not fit the subject, and for words wrongly joined or split. */
export const SPANISH_FORM_RULES: readonly LanguageRule[] = [
  {
    id: "person",
    rule: "grammar/agreement",
    message: "The verb does not fit its subject: write “{fix}”, not “{text}”.",
    patterns: [
      "[habían→había] muchas|muchos|varias|varios|dos|tres|más|pocas|pocos",
      "[hubieron→hubo] muchas|muchos|varias|varios|dos|tres|más|problemas",
      "^ los|las|nuestros|nuestras|sus|estos|estas <N.p> [está→están] <P.p>|<A.p>|en|a",
      "^ los|las|nuestros|nuestras|sus|estos|estas <N.p> [es→son] <A>|<P>|de|muy|un|una|los|las",
      "^ los|las|nuestros|nuestras|sus|estos|estas <N.p> [tiene→tienen] *",
      "^ los|las|nuestros|nuestras|sus|estos|estas <N.p> [puede→pueden] <Vi>",
      "la gente [son→es] *",
      "la gente [están→está] *",
      "^ nosotros|nosotras [<=V3s,V1s,Vm,V2s>!hace→/e/emos/;/a/amos/]",
      "^ usted [<=V2s>→/ás/á/;/as/a/;/es/e/]",
      "^ ustedes [<=V3s,V1s,Vm>→/e/en/;/a/an/;/á/án/]",
      "^ ellos|ellas [<=V3s,V1s,Vm>→/e/en/;/a/an/;/á/án/;/ó/aron/]",
      "^ yo [<=V3s,Vm>→/e/o/;/a/o/]",
    ],
  },
  {
    id: "one-or-two-words",
    rule: "grammar/phrase",
    message: "Write “{fix}”, not “{text}”.",
    patterns: [
      "[através→a_través] de|del",
      "[enserio→en_serio] *",
      "[enserio→en_serio] $",
      "[sobretodo→sobre_todo] si|en|por|cuando|para|a|con",
      "[osea→o_sea] *",
      "[nose→no_sé] *",
      "[talvez→tal_vez] *",
      "[apesar→a_pesar] de",
      "[derrepente→de_repente] *",
      "[porfavor→por_favor] *",
      "[porfavor→por_favor] $",
    ],
  },
];
