import { type Language, primarySubtag } from "../../../language/languages.ts";

/** Lists modern words that the dictionaries of other languages lack, in the case that they have within a sentence. */
const LISTS: Readonly<Record<string, string>> = {
  de:
    "Fam Gehminute Gehminuten Jänner Käfeli Marille Marillen Offerte Offerten Ortstaxe Preiselbeere Preiselbeeren Röstzwiebel Röstzwiebeln Servus " +
    "Semmelkren Kren Steirische Steirischer Steirisches Substitutin Velo Velos iur lic parkieren parkiert Zwetschke Zwetschken " +
    "Anonymisierung Barista Baristas Bleaching Bowl Bowls Bruschetta Burrata Carport Carports Ciabatta Cookiebanner Cookiebanners " +
    "Endodontie Ergotherapie Fingerprinting Focaccia Follower Gendern gendern geliked gepostet gestreamt glutenfrei glutenfreie glutenfreien glutenfreies " +
    "gegendert Hashtag Hashtags Homeoffice Hoster Hosting Implantologe Implantologie Influencerin Influencerinnen Kaiserschmarrn Kurtaxe " +
    "laktosefrei lit maßgefertigt maßgefertigte maßgefertigten maßgefertigter maßgefertigtes Osteopath Osteopathen Osteopathie Osteopathin Parodontologie Physiotherapie Plissee Plissees posten Prophylaxeassistentin " +
    "Prophylaxeassistentinnen Pseudonymisierung pseudonymisiert pseudonymisierte pseudonymisierten Rindsroulade Rindsrouladen Schupfnudeln " +
    "mailen mailt mailte mailten gemailt launchen launcht gelauncht gehostet hosten gelayoutet getrackt tracken gestylt stylen gecancelt canceln " +
    "gepitcht pitchen gescrollt gebrieft briefen getestet onboarden outgesourct outsourcen geupdatet updaten upgedatet downloaden gedownloadet " +
    "gebrandet gechattet geleast leasen " +
    "Referrer Sitemap Smoothie Smoothies Startup Startups staubgesaugt streamen Tracking Veneer Veneers Wallbox Wallboxen Wellness Wellnessbereich " +
    "Widerrufsbelehrung Zahnmedizinische Remisen Repräsentanz Repräsentanzen Torsten Wohlan stellv gehts gibts wars hats wirds vors hinters Segge Seggen waidgerecht waidgerechte waidgerechten waidgerechter waidgerechtes Mittelungspegel crème Primitivo Negroamaro renal renale renalen renaler renales",
  fr: "afterwork afterworks brunchs click collect fe géociblage hashtag pseudonymisation pseudonymisé pseudonymisées réhab upcyclage lun mar mer jeu ven sam dim",
  es:
    "aerotermia anonimización anonimizados autoconsumo barranquismo biodegradable biodegradables bucodental bucodentales ciberacoso ciberataque " +
    "ciberataques ciberseguridad clicar customizar descargable descargables desparasitación desparasitaciones dietista dietistas domótica " +
    "ecosostenible ecoturismo empoderamiento endodoncia endodoncias enoturismo finde geolocalización gamificación gestoría gestorías ginecología " +
    "implantología imprimible imprimibles linkar odontopediatría ortodoncista ortodoncistas osteópata osteópatas osteopatía periodoncia podología " +
    "retuit retuitear reutilizable reutilizables seudonimización tapeo teleconsulta traumatología traumatólogo traumatóloga videoconsulta wasap wifi " +
    "mentoreo cargamanto bifacial pza pzas slim talavera lun mié jue vie sáb dom",
  it:
    "camote saltado prezziario prezziari crocierista crocieristi crocieriste carparo buganville aglione bifacciale bifacciali slim anonimizzati anonimizzazione apericena apericene avv bruschetta bruschette dott dottssa enogastronomica enogastronomiche enogastronomici " +
    "enogastronomico geolocalizzazione geom hummus lun mer gio odontoiatria pici profilazione pseudonimizzazione quinoa sab spritz ven videoconsulto dom",
  nl: "Eén balayage gepseudonimiseerd gepseudonimiseerde smoothie smoothies startup startups vr za socials",
  pt:
    "agroturismo orégãos slim anonimização anonimizados ciberataque ciberataques delivery ecoturismo endodontia enoturismo geolocalização implantodontia implantologia " +
    "influenciador influenciadora influenciadores nécessaire nécessaires ortodontia periodontia periodontologia Pix pseudonimização sáb seg qua qui sex " +
    "teleconsulta vegana veganas vegano veganos vintage",
};

const SETS = new Map(Object.entries(LISTS).map(([primary, list]) => [primary, new Set(list.split(" "))]));

const NO_WORDS: ReadonlySet<string> = new Set();

/** Returns the words of a language that are right although its dictionary lacks them. */
export function wordsElsewhere(language: Language): ReadonlySet<string> {
  return SETS.get(primarySubtag(language)) ?? NO_WORDS;
}

/** Holds the lists of all languages, so that changes to them can be detected. */
export const ALL_WORDS_ELSEWHERE: readonly string[] = Object.values(LISTS);
