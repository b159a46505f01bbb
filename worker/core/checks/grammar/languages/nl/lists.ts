import { wordLists } from "../engine/rule.ts";

export const DUTCH_LISTS = wordLists({
  i: "ik",
  he: "hij zij ze u het dit dat wie men",
  article: "de het een",
  possessive: "mijn jouw uw zijn haar ons onze hun je",
  preposition: "in op van voor met aan bij naar door over om uit na tegen zonder tot",
  have: "heb hebt heeft hebben had hadden is zijn was waren word wordt worden werd werden ben bent",
  modal: "kan kunt kunnen moet moeten zal zult zullen wil wilt willen mag mogen gaat gaan",
  vehicle:
    "fiets auto moeder vader broer zus zoon dochter vriend vriendin man vrouw huis tuin werk hond kat baas opa oma kamer leven haar tas jas telefoon favoriete eigen eerste beste nieuwe oude mening hand hoofd ouders kinderen vrienden",
});
