import type { LanguageRule } from "../engine/rule.ts";
import { FRENCH_VERB_RULES } from "./verb-rules.ts";

const A = "“a” is a form of “avoir”; the preposition is “à”: write “{fix}”.";
const A_GRAVE = "“à” is the preposition; the form of “avoir” is “a”: write “{fix}”.";

/** Lists rules for French words that are confused because they sound alike. */
export const FRENCH_RULES: readonly LanguageRule[] = [
  {
    id: "a-preposition",
    rule: "grammar/wrong-word",
    message: A,
    patterns: [
      "<V1p>|<V2p>|<Vg>!<N> [a→à] @determiner",
      "@fixed [a→à] @determiner|nous|vous|lui|elle|eux|tous|toutes",
      "de|du|entre # [a→à] #",
      "*!il!elle!on!qui!n'!l'!y!<N> [a→à] @aWord!jamais!nouveau!condition!disposition",
      "* [a→à] <Vi>!<N>!<P>",
      "<N>!<P> [a→à] manger|dîner|coucher|boire|vivre",
      "<V1p>|<V2p>|<Vg>!<N>|<=P,A> [a→à] <Vi>!<N>",
      "tout [a→à] fait",
      "c'est [a→à] dire",
      "rendez-vous|allons|allez|jusqu' [a→à] @determiner|#",
    ],
  },
  {
    id: "a-verb",
    rule: "grammar/wrong-word",
    message: A_GRAVE,
    patterns: [
      "il|on|qu'il|y|n' [à→a] @determiner|<=P,A,Vi>|pas|plus|toujours|déjà|été|fait|eu",
      "^ elle|cela|ça|qui [à→a] @determiner|<=P,A>|pas|toujours|déjà|été|fait|eu|pour",
      "* [à→a] été <P>|<A>|@adverb",
      "^ notre|votre|leur|la|le|ce|cette|son|sa <N.s> [à→a] plus de #|vingt|trente|dix|cent|mille|quinze|quarante|cinquante",
      "^ @determiner <N.s> [à→a] <=P>",
    ],
  },
  {
    id: "ou-place",
    rule: "grammar/wrong-word",
    message: "“ou” joins alternatives; the word for place and time is “où”: write “{fix}”.",
    patterns: [
      "d' [ou→où] *",
      "@place [ou→où] @who!elle",
      "savoir|sais|sait|savez|demander|demandez|savons|pas|comment [ou→où] <Vi>!<N>|aller|trouver|manger|dormir",
      "^ [ou→où] êtes-vous|sommes-nous|se|trouver|acheter|sont-ils|est-ce",
      "là [ou→où] *",
    ],
  },
  {
    id: "ou-or",
    rule: "grammar/wrong-word",
    message: "“où” asks for a place; alternatives are joined by “ou”: write “{fix}”.",
    patterns: ["<=N> [où→ou] <=N> $", "<=N> [où→ou] <=N> ,"],
  },
  {
    id: "et-est",
    rule: "grammar/wrong-word",
    message: "“et” means “and”; the form of “être” is “est”: write “{fix}”.",
    patterns: [
      "[c' et→c'est] *",
      "^ il|on [et→est] <A>|<P>|@adverb!tous|très|temps|@preposition",
      "^ le|la|l'|notre|votre|ce|cette|chaque <=N> [et→est] <=P,A>!<N>|gratuit|gratuite|ouvert|ouverte|très $",
      "^ le|la|l'|notre|votre|ce|cette|chaque <=N> [et→est] <=P,A>!<N>|gratuit|gratuite|ouvert|ouverte|très tous|toute|à|au|de|du|par|dans|en|pour|sur|le|la",
    ],
  },
  {
    id: "est-et",
    rule: "grammar/wrong-word",
    message: "“est” is a form of “être”; “and” is “et”: write “{fix}”.",
    patterns: ["^ le|la|l'|les <N> [est→et] le|la|l'|les <N> sont|étaient|seront|<=V3p>"],
  },
  {
    id: "ce-se",
    rule: "grammar/wrong-word",
    message: "Before a verb, write the pronoun “se”, not “ce”.",
    patterns: [
      "il|elle|on|ils|elles|qui|ne [ce→se] <V3>!<N>!sont!est!serait!fut!soit!dont!sera!étaient!était!<O>",
      "<N>!<V> [ce→se] <=V3s,V3p,V1s,Vm,V2s>!sont!est!serait!fut!soit!sera!était",
      "pour|de|à|sans|peut|peuvent|va|vont|doit|doivent [ce→se] <Vi>!<N>!faire!disant",
    ],
  },
  {
    id: "se-ce",
    rule: "grammar/wrong-word",
    message: "“se” belongs to a verb; write “{fix}” here.",
    patterns: [
      "^ [se→ce] sont @determiner|eux|elles|nos|tous",
      "^ [se→ce] n' est|était",
      "* [se→ce] n' est",
      "de|en|à|dans|pour|sur|avec [se→ce] <=Nms>",
      "^ [s' est→c'est] un|une|le|la|pas|pour|très|avec|ici|ça|nous|vous",
    ],
  },
  {
    id: "ces-cest",
    rule: "grammar/wrong-word",
    message: "“ces” means “these”; “it is” is “c'est”: write “{fix}”.",
    patterns: [
      "[ces→c'est] pour|un|une|le|la|l'|très|pas|ici|ça|avec|dans|en|bien!bienfaits $?",
      "[ses→c'est] pour|un|une|pas|ici|ça",
    ],
  },
  {
    id: "on-ont",
    rule: "grammar/wrong-word",
    message: "“on” means “one” or “we”; the form of “avoir” is “ont”: write “{fix}”.",
    patterns: [
      "ils|elles [on→ont] *",
      "@plural <N.p> [on→ont] <=P,A>|<P>|le|la|les|un|une|des|pas|besoin|été|fait|eu|plus|leur|leurs",
      "qui [on→ont] <P>!<V3s>|été|fait|eu",
    ],
  },
  {
    id: "ont-on",
    rule: "grammar/wrong-word",
    message: "“ont” is a form of “avoir”; the pronoun is “on”: write “{fix}”.",
    patterns: ["^ [ont→on] vous|nous|se|ne|n'|y|<V3s>!<N>", "<R>|, [ont→on] vous|se|ne|<V3s>!<P>"],
  },
  {
    id: "sa-ca",
    rule: "grammar/wrong-word",
    message: "“sa” means “his” or “her”; “that” is “ça”: write “{fix}”.",
    patterns: [
      "^ [sa→ça] ne|n'|va|fait|se|me|te|vous|nous|m'|t'|s'|coûte|dépend|vaut|commence|peut|doit|sera|y",
      "comment|quand|si|que [sa→ça] va|se|fait|marche|ne|vous",
    ],
  },
  {
    id: "leurs-leur",
    rule: "grammar/wrong-word",
    message: "Before a verb, “leur” never takes an “s”: write “{fix}”.",
    patterns: ["[leurs→leur] <V>!<N>!<A>|ai|a|avons|avez|ont|est|<Vi>!<N>"],
  },
  {
    id: "leur-leurs",
    rule: "grammar/agreement",
    message: "“leur” goes with one thing, “leurs” with several: write “{fix}”.",
    patterns: ["[leur→leurs] <=Nfp,Nmp>"],
  },
  {
    id: "leurs-one",
    rule: "grammar/agreement",
    message: "“leurs” goes with several things: write “{fix}” for one.",
    patterns: ["[leurs→leur] <=Nfs,Nms>"],
  },
  {
    id: "son-sont",
    rule: "grammar/wrong-word",
    message: "“son” means “his” or “her”; the form of “être” is “sont”: write “{fix}”.",
    patterns: [
      "ils|elles [son→sont] *",
      "@plural <N.p> [son→sont] <A.p>!<Nms>|<P.p>!<Nms>|très|en|à|dans|@adverb",
      "qui [son→sont] <P.p>|<A.p>|en|à|très",
    ],
  },
  {
    id: "sont-son",
    rule: "grammar/wrong-word",
    message: "“sont” is a form of “être”; “his” or “her” is “son”: write “{fix}”.",
    patterns: ["<P>|avec|dans|pour|sur|chez|<Vi> [sont→son] <=Nms>"],
  },
  {
    id: "quel-que",
    rule: "grammar/phrase",
    message: "Before “être”, “quel que” is written apart and agrees with what follows: “{fix}”.",
    patterns: ["[quelque soit→quel_que_soit] *", "[quelques soient→quels_que_soient] *", "[quelque soient→quels_que_soient] *"],
  },
  {
    id: "fixed-phrases",
    rule: "grammar/phrase",
    message: "Write “{fix}”, not “{text}”.",
    patterns: [
      "fait|font|faites|faisons|faire|faisait|fera [parti→partie] de|des|du|d'",
      "^ [bienvenu→bienvenue] sur|à|dans|chez|au|aux|en",
      "[ya→il_y_a] *",
      "[malgrès→malgré] *",
      "[comme même→quand_même] *",
      "[au temps→autant] pour moi",
      "[sil→s'il] vous|te",
      "mise|mises [a→à] jour",
    ],
  },
  ...FRENCH_VERB_RULES,
];
