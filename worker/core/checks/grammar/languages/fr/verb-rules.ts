import type { LanguageRule } from "../engine/rule.ts";

const TO_INFINITIVE = "/ées/er/;/ée/er/;/és/er/;/é/er/;/ez/er/;/ait/er/;/ai/er/";
const FROM_2P = "/ez/er/";
const TO_PARTICIPLE = "/er/é/";

/** Lists rules for endings of French verbs that sound alike, and for persons that do not fit the subject. */
export const FRENCH_VERB_RULES: readonly LanguageRule[] = [
  {
    id: "infinitive-after-modal",
    rule: "grammar/verb-or-word-form",
    message: "After this verb comes the infinitive: write “{fix}”, not “{text}”.",
    patterns: [
      `@modal!veuillez!allez!aimez @object? [<P>!<Vi>!<Vm>|<V2p>!<Vi>→${TO_INFINITIVE}]`,
      `veuillez|allez|aimez @object? [<V2p>!<Vi>!vouliez!voulez!êtes!avez→${FROM_2P}]`,
      `allez|venez|viens|venir|va|vont [<Pms>!<Vi>!<N>→${TO_INFINITIVE}] @determiner|chez|à`,
    ],
  },
  {
    id: "infinitive-after-preposition",
    rule: "grammar/verb-or-word-form",
    message: "After a preposition comes the infinitive: write “{fix}”, not “{text}”.",
    patterns: [
      `@preposition @object? [<V2p>!<N>!<Vi>!<P>!<A>!chez!assez→${FROM_2P}]`,
      `^ pour|sans [<Pms>!<N>!<Vi>→${TO_INFINITIVE}] ,|@determiner|votre|en|dans|sur`,
      `à|de|d'|pour|sans [<=Pms>→${TO_INFINITIVE}] @determiner`,
      `invitons|invite|commencer|commencez|aider|aide|réussi|continuer|apprendre|prêt|prête à [<Pms>!<N>!<Vi>→${TO_INFINITIVE}]`,
    ],
  },
  {
    id: "participle-after-have",
    rule: "grammar/verb-or-word-form",
    message: "After “avoir” and “être” comes the participle: write “{fix}”, not “{text}”.",
    patterns: [
      `ai|as|avons|avez|ont|avait|avaient|aura|aurons|aurez|auront|avais @adverb? [<Vi>!<N>!<P>→${TO_PARTICIPLE}]`,
      `il|elle|on|n'|l'|y a @adverb? [<Vi>!<N>!<P>→${TO_PARTICIPLE}]`,
      `a|ont|avait|avons|avez|aura été @adverb? [<Vi>!<N>!<P>→${TO_PARTICIPLE}]`,
      `est|sont|sera|seront|était|étaient @adverb? [<Vi>!<N>!<P>!aider!donner!faire→${TO_PARTICIPLE}] par|au|à|en|dans`,
    ],
  },
  {
    id: "il-faut",
    rule: "grammar/verb-or-word-form",
    message: "After “il faut” comes the infinitive: write “{fix}”, not “{text}”.",
    patterns: [`faut|faudra [<Pms>!<N>!<Vi>→${TO_INFINITIVE}]`],
  },
  {
    id: "person",
    rule: "grammar/agreement",
    message: "The verb does not fit its subject: write “{fix}”, not “{text}”.",
    patterns: [
      "^ nous vous [<V3s>!<V1p>!<N>→/e/ons/;/it/ons/;/d/dons/;/t/tons/]",
      "^ nous [<=V1s,V3s,Vm,V2s>→/e/ons/;/it/ons/;/d/dons/;/t/tons/]",
      "^ je vous|te|le|les|la [<V2s>!<V1s>!<N>→/es/e/]",
      "^ vous [<V1s>!<V2p>!<N>!<A>!<P>→/ai/ez/;/ais/ez/;/e/ez/;/s/ez/]",
      "^ vous [<=V3s,V1s,V2s,Vm>!<V2p>→/ait/ez/;/ais/ez/;/ai/ez/;/e/ez/;/t/tez/]",
      "^ vous [avait→avez] *",
      "^ ils [<V3s>!<V3p>!<O>!<R>→/e/ent/;/d/dent/;/t/tent/;/it/issent/]",
      "^ elles [<=V3s,V1s,Vm,V2s>→/e/ent/;/d/dent/;/t/tent/]",
      "^ les|nos|ces|mes <N.p>!<V> [est→sont] *",
      "^ les|nos|ces|mes <N.p>!<V> [a→ont] <P>|@determiner",
      "^ les|nos|ces|mes <N.p>!<V> [joue|propose|offre|donne|parle|reste|aime|trouve|arrive|commence|compte|permet|vient|doit|peut|fait|va→/joue/jouent/;/e/ent/;/permet/permettent/;/vient/viennent/;/doit/doivent/;/peut/peuvent/;/fait/font/;/va/vont/]",
    ],
  },
];
