import { wordLists } from "../engine/rule.ts";

export const SPANISH_LISTS = wordLists({
  article: "el la los las un una unos unas",
  determiner:
    "el la los las un una unos unas este esta estos estas ese esa esos esas su sus mi mis tu tus nuestro nuestra nuestros nuestras cada todo toda todos todas otro otra otros otras muchos muchas varios varias",
  preposition: "a de en con por para sin sobre desde hasta entre según hacia",
  subject: "yo tú él ella nosotros nosotras ustedes ellos ellas usted vosotros quien que",
  object: "me te se nos os lo la los las le les",
  place: "aquí allí ahí cerca lejos siempre también ya no muy ahora todavía aún hoy casi bien mal",
  be: "es son era eran fue fueron será serán",
  compared:
    "información años personas detalles opciones rápido rápidos rápida rápidas grande grandes importante importantes alto alta altos altas bajo baja mejor tiempo tarde cerca lejos fácil bonito bonita bonitos bonitas alto completo completa antiguo antigua moderno moderna",
  modal: "puede puedes pueden debe debes deben quiere quieres quieren podrá podrás podemos debemos voy va vas vamos van",
});
