import { wordLists } from "../engine/rule.ts";

export const PORTUGUESE_LISTS = wordLists({
  article: "o a os as um uma uns umas",
  determiner:
    "o a os as um uma uns umas este esta estes estas esse essa esses essas nosso nossa nossos nossas seu sua seus suas cada todo toda todos todas meu minha outro outra muitos muitas vários várias",
  preposition: "de do da dos das em no na nos nas com por para sem sobre até entre",
  this: "isso isto tudo ele ela você",
  place: "aqui ali lá perto longe sempre também já não muito agora ainda hoje bem pronto pronta",
  subject: "eu você ele ela nós eles elas vocês quem",
  plural: "os as nossos nossas seus suas estes estas esses essas",
  compared: "informações conforto tempo pessoas opções detalhes qualidade antiga antigo rápido bonito bonita cedo tarde",
  had: "vinte trinta dez quinze cinco dois duas três quatro seis sete oito nove cem muitos muito alguns algumas poucos vários mais quase cerca",
  time: "anos ano meses mês dias dia semanas semana horas hora décadas tempo tempos séculos",
});
