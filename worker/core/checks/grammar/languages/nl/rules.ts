import type { LanguageRule } from "../engine/rule.ts";
import { DUTCH_FORM_RULES } from "./form-rules.ts";

/** Lists rules for Dutch words that are confused: endings that sound alike, forms of pronouns, and words of comparison. */
export const DUTCH_RULES: readonly LanguageRule[] = [
  {
    id: "ik-dt",
    rule: "grammar/verb-or-word-form",
    confidence: 0.85,
    message: "After “ik” the verb has no “t”: write “{fix}”.",
    patterns: ["ik [<V3>!<V1>!<N>!<O>!<P>→/dt/d/;/t//]", "ik [wordt|vindt|houdt|biedt|rijdt|antwoordt→/dt/d/]"],
  },
  {
    id: "he-dt",
    rule: "grammar/verb-or-word-form",
    confidence: 0.85,
    message: "In the third person and after “u” the stem takes a “t”: write “{fix}”.",
    patterns: [
      "hij|u|men [<V1>!<V3>!<O>!<Vt>!<N>!ben!heb!kan!wil!mag!zal!kun→/d/dt/]",
      "hij|u|men [vind|word|houd|bied|rijd|antwoord→/d/dt/]",
      "zij|ze|het|dit|dat [vind|word|houd|bied→/d/dt/]",
      "^ het|de|deze|dit|die|dat|uw|ons|onze|mijn|jouw <Nn>|<Nd> [word|vind|houd|bied→/d/dt/] *!je!jij!ik",
      "^ het|de|deze|dit|die|dat|uw|ons|onze|mijn|jouw <Nn>|<Nd> [word|vind|houd|bied→/d/dt/] $",
      "^ hij|zij|u|het [<V1>!<V3>!<O>!<Vt>!<N>!ben!heb!kan!wil!mag!zal!kun→/d/dt/]",
      "^ zij|ze [beantwoord|antwoord|houd|verwerkt→/d/dt/] *",
    ],
  },
  {
    id: "jij-inverted",
    rule: "grammar/verb-or-word-form",
    confidence: 0.85,
    message: "When “jij” or “je” comes after the verb, the verb has no “t”: write “{fix}”.",
    patterns: [
      "^ [wordt|vindt|houdt|biedt|rijdt→/dt/d/] jij",
      "waarom|hoe|wanneer|waar|wat [wordt|vindt|houdt→/dt/d/] jij",
      "^ [vindt|wordt|houdt→/dt/d/] je dat|dit|het|de|een|ook|er|van",
    ],
  },
  {
    id: "participle-d",
    rule: "grammar/verb-or-word-form",
    message: "This is the form of the present: the participle is written “{fix}”.",
    patterns: [
      "heb|hebt|heeft|hebben|had|hadden|is|was|waren|werd|werden|bent|ben *? *? [<V3>!<P>!<N>!<O>!<R>→/t/d/] $",
      "is|was|zijn|waren [gebeurt→gebeurd] $",
      "is|was [gebeurt→gebeurd] *",
      "is|was er|het|dat|dit [gebeurt→gebeurd] $",
    ],
  },
  {
    id: "present-t",
    rule: "grammar/verb-or-word-form",
    message: "This is the participle: in the present write “{fix}”.",
    patterns: [
      "^ dit|dat|het|hij|zij|u [<P>!<V3>!<V1>!<A>!<N>!<O>→/d/t/] *",
      "hij|dit|dat [<P>!<V3>!<V1>!<A>!<N>!<O>→/d/t/] dat|een|de|het|vaak|niet",
      "het|dit|dat [gebeurd→gebeurt] vaak|soms|altijd|niet|regelmatig|dat|nooit|weleens",
    ],
  },
  {
    id: "hun-subject",
    rule: "grammar/wrong-word",
    message: "“hun” is no subject: write “zij” or “ze”.",
    patterns: [
      "^ [hun→zij] hebben|zijn|willen|kunnen|weten|gaan|doen|moeten|komen|zullen|mogen|waren|hadden|staan|zitten|denken|vinden|helpen|werken|maken",
      "dat|omdat|als|of|en|want|maar|wat [hun→zij] hebben|willen|kunnen|moeten|zullen|gaan|waren|hadden",
    ],
  },
  {
    id: "hun-hen",
    rule: "grammar/wrong-word",
    confidence: 0.7,
    message: "After a preposition write “hen”, not “hun”.",
    patterns: [
      "met|voor|aan|van|bij|door|zonder|tegen|over|naar|naast|achter|onder [hun→hen] $",
      "met|voor|aan|van|bij|door|zonder|tegen|naast [hun→hen] is|op|te|dat|geen|ook|niet|een|was|zijn|en|naar|om|aan|in|af|mee|samen|het|de",
    ],
  },
  {
    id: "als-dan",
    rule: "grammar/wrong-word",
    message: "After a comparative write “dan”, not “als”.",
    patterns: [
      "<Ac>!<Nd>!eerder!verder!later!liever!meer!minder!vroeger [als→dan] de|het|een|ik|jij|hij|zij|wij|ons|mij|die|dat|ooit|niets|bij|in|op|vorig|verwacht|normaal|anderen|anders",
      "meer|minder [als→dan] #|honderd|tien|twintig|duizend|genoeg|ooit|voldoende|twee|drie|vijf|vijftig",
      "beter|groter|kleiner|goedkoper|duurder|sneller|ouder|jonger|hoger|lager|mooier|sterker|langer|slechter [als→dan] *!je!jij!u!we!wij!ze!er",
      "beter|groter|kleiner|goedkoper|duurder|sneller|ouder|jonger|hoger|lager|mooier|sterker|langer|slechter [als→dan] je|jij|u|we|wij|ze denkt|dacht|denken|dachten|verwacht|verwachtte|verwachtten|had|hadden|gewend|zou",
      "anders [als→dan] anderen|de|het|gewoon",
    ],
  },
  {
    id: "dan-als",
    rule: "grammar/wrong-word",
    message: "After “even” and “zo” write “als”, not “dan”.",
    patterns: ["even <A> [dan→als] *", "net zo <A> [dan→als] *"],
  },
  {
    id: "me-mijn",
    rule: "grammar/wrong-word",
    message: "“me” is short for “mij”; the possessive is “mijn”.",
    patterns: [
      "^ [me→mijn] <Nd>!<V>|<Nn>!<V>|@vehicle",
      "@preposition [me→mijn] @vehicle|<=Nn>|<=Nd>",
      "is|heb|ken|zoek|zie|was [me→mijn] @vehicle|<=Nd>|<=Nn>",
    ],
  },
  {
    id: "jou-jouw",
    rule: "grammar/wrong-word",
    message: "“jou” is the person; what is yours is “jouw”.",
    patterns: [
      "[jou→jouw] <=Nd>|<=Nn>|<=Np>|mening|bedrijf|website|idee|huis|tuin|situatie|wensen|vragen|gegevens|account|bestelling|keuze|team",
      "is|zijn|wat|om|over|in|op [jou→jouw] <Nd>!<V>|<Nn>!<V>|<Np>!<V>",
    ],
  },
  {
    id: "jouw-jou",
    rule: "grammar/wrong-word",
    message: "“jouw” goes before a noun; here write “jou”.",
    patterns: [
      "van|voor|met|aan|bij|naar|over|door|op [jouw→jou] $",
      "voor|met|aan|bij|naar|door [jouw→jou] maken|is|te|een|de|het|hebben|kunnen|op|en|zijn|om",
      "[jouw→jou] morgen|graag|terug|op|helpen|verder",
    ],
  },
  {
    id: "u-uw",
    rule: "grammar/wrong-word",
    message: "“u” is the person; what is yours is “uw”.",
    patterns: [
      "neem|vul|bekijk|wijzig|controleer|upload|stuur|in [u→uw] <=Nd>|<=Nn>|<=Np>|gegevens|legitimatie|bestelling|account|huis|tuin|auto|adres|wachtwoord|telefoonnummer",
      "vraag het [u→uw] <Nd>",
    ],
  },
  {
    id: "uw-u",
    rule: "grammar/wrong-word",
    message: "“uw” goes before a noun; here write “u”.",
    patterns: [
      "helpen|adviseren|bellen|ontvangen|informeren|verwelkomen|bieden|begeleiden|heten|zien|bedanken [uw→u] graag|van|verder|een|de|het|welkom|ook|terug|persoonlijk|voor",
      "voor|met|aan|van|bij [uw→u] $",
    ],
  },
  {
    id: "na-naar",
    rule: "grammar/wrong-word",
    message: "“na” means “after”; a direction takes “naar”.",
    patterns: [
      "kom|ga|gaan|komen|ging|gaat|komt|rijd|rijden [na→naar] onze|ons|de|het|huis|buiten|binnen|school|mijn|uw|jouw|een winkel|kantoor|huis|showroom|website|stad|strand|praktijk|school|zaak",
    ],
  },
  {
    id: "count",
    rule: "grammar/agreement",
    message: "Several things need the plural: write “{fix}”.",
    patterns: [
      "twee|drie|vier|meerdere [<=Nd>→/t/ten/;/f/ven/;/l/len/;/n/nen/;/k/ken/;/r/ren/;/s/sen/;//s/;//en/] $",
      "*!een verschillende [<=Nd>→/t/ten/;/f/ven/;/l/len/;/n/nen/;/k/ken/;/r/ren/;/s/sen/;//s/;//en/] $",
      "alle [klant→klanten] *",
    ],
  },
  ...DUTCH_FORM_RULES,
];
