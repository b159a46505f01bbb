import { wordLists } from "../engine/rule.ts";

export const ITALIAN_LISTS = wordLists({
  article: "il lo la l' i gli le un uno una un'",
  determiner:
    "il lo la l' i gli le un uno una un' questo questa questi queste nostro nostra nostri nostre vostro vostra vostri vostre suo sua suoi sue ogni tutti tutte tutto tutta qualche",
  this: "questo questa quello quella ciò tutto",
  plural: "i gli le",
  preposition:
    "a di da in con su per tra fra al allo alla ai agli alle nel nello nella nei nelle dal dalla dai dalle del della dei degli delle sul sulla",
  adverb: "molto sempre anche già più ancora mai appena spesso davvero tutto",
  object: "mi ti si ci vi lo la li le gli ne",
});
