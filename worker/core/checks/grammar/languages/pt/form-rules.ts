import type { LanguageRule } from "../engine/rule.ts";

/** Lists rules for Portuguese verbs whose person does not fit the subject, and for words wrongly joined or split. */
export const PORTUGUESE_FORM_RULES: readonly LanguageRule[] = [
  {
    id: "person",
    rule: "grammar/agreement",
    message: "The verb does not fit its subject: write “{fix}”, not “{text}”.",
    patterns: [
      "^ os|as|nossos|nossas|seus|suas <N.p> [está→estão] *",
      "^ os|as|nossos|nossas|seus|suas <N.p> [é→são] *",
      "^ os|as|nossos|nossas|seus|suas <N.p> [pode→podem] <Vi>",
      "^ os|as|nossos|nossas|seus|suas <N.p> [foi→foram] *",
      "^ eles|elas [tem→têm] *",
      "^ eles|elas [vem→vêm] *",
      "^ nós [<=V3s,V1s,Vm,V2s>→/ece/ecemos/;/e/emos/;/a/amos/]",
      "^ você [<V1p>!<N>!<V3s>→/emos/e/;/amos/a/]",
      "^ você [podemos→pode] *",
      "[haviam→havia] muitas|muitos|várias|vários|poucas|poucos|pessoas|mais|dois|duas|três",
      "[fazem→faz] dez|vinte|trinta|cinco|dois|três|quatro|muitos|alguns|seis|oito|# anos|meses|dias|semanas",
      "se você [ver→vir] *",
      "se você [manter→mantiver] *",
      "se você [fazer→fizer] *",
    ],
  },
  {
    id: "one-or-two-words",
    rule: "grammar/phrase",
    message: "Write “{fix}”, not “{text}”.",
    patterns: [
      "[apartir→a_partir] de|do|da|das|dos",
      "[concerteza→com_certeza] *",
      "[concerteza→com_certeza] $",
      "[encima→em_cima] da|do|de",
      "[seja bem vindo→seja_bem-vindo] *",
      "[afim→a_fim] de",
      "[derrepente→de_repente] *",
      "[menas→menos] *",
      "[bem vindos→bem-vindos] *",
      "[bem vindo→bem-vindo] *",
      "[bem vinda→bem-vinda] *",
      "[porisso→por_isso] *",
      "[oque→o_que] *",
      "para [mim→eu] <Vi>!<N>",
    ],
  },
];
