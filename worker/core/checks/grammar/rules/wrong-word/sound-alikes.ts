import { pattern } from "../../engine/pattern-rule.ts";

const NEED_OR_WANT = "need|want|are|have|like|prefer|live|own|require|choose|plan|decide|run|work|rent|buy|travel";
const BUSINESS = "firm|school|college|practice|academy|clinic|company|business|studio|surgery|team";

/**
 * Lists rules for nouns and adjectives written for words of the same sound: "new patience", "bread role", "seven days a weak".
 */
export const SOUND_ALIKES = [
  pattern(
    "weather-you-need",
    [
      `^ [ weather ] you|we|they ~just|only ${NEED_OR_WANT}`,
      "^ [ weather ] it's|you're|you've|your|for @JNPG ~* ~* ~* ~* ~* or",
      "advise|tell|ask|inform you|us|them|him|her|me [ weather ] a|an|the|your|our|this|it|you|we|they",
      "know|knows|decide|sure|unsure|determine|wonder|wondering|confirm|ask|clear [ weather ] your|my|our|a|an|his|her|their|they're|you're|it's|these",
    ],
    "whether",
    [
      "Weather you need a boiler or a tap, call us. => Whether you need a boiler or a tap, call us.",
      "Weather it's big or small, we fix it. => Whether it's big or small, we fix it.",
      "We can tell you weather a claim is good. => We can tell you whether a claim is good.",
    ],
    ["Weather permitting, you need a coat.", "The weather you want.", "We help you weather the storm."],
  ),
  pattern(
    "please-be-patience",
    [
      "please be [ patience ]",
      "be|very|so [ patience ] =|with|while|as|until|during",
      "is|are|was|were very|so|extremely [ patience ]",
    ],
    "patient",
    ["Please be patience with us. => Please be patient with us.", "The staff are so patience. => The staff are so patient."],
    ["The first lesson will be the patience of others.", "We ask for so much patience."],
  ),
  pattern(
    "new-patience",
    [
      "new|nervous|dental|nhs|private|anxious|elderly|existing|younger [ patience ]",
      "our|all|many|most|some|these|of [ patience ] are|were|who|love|receive|come",
    ],
    "patients",
    "We welcome new patience. => We welcome new patients.",
    "Our patience is at an end.",
  ),
  pattern(
    "for-your-patients",
    "thank|thanks|appreciate|for|have you|us ~for your|some|a [ patients ] =|while|during|as|with",
    "patience",
    "Thank you for your patients. => Thank you for your patience.",
    "We care for your patients.",
  ),
  pattern(
    "quite-location",
    [
      "a|the|our|very [ quite ] location|cul-de-sac|lane|suburb|space|atmosphere|retreat|escape|valley|weekend|drink|meal|river|surroundings|campsite|farm|hamlet|residential|countryside|setting|neighborhood|café|cafe",
      "peaceful|calm|relaxing|cosy|relaxed|clean|safe|warm and [ quite ] =|place|area|room|rooms|atmosphere",
    ],
    "quiet",
    "The inn has a quite location. => The inn has a quiet location.",
    "It is clean and quite large.",
  ),
  pattern(
    "complementary-breakfast",
    [
      "[ complementary ] breakfast|wifi|wi-fi|parking|drink|drinks|coffee|tea|shuttle|toiletries|consultation|transfer|snacks|newspaper|gift|delivery|bottle|tickets|meal|internet|shampoo|slippers|refreshments|champagne|prosecco|continental|buffet",
      "breakfast|parking|wifi|wi-fi|coffee|tea|drinks|toiletries|consultation is|are [ complementary ]",
    ],
    "complimentary",
    [
      "Enjoy a complementary breakfast. => Enjoy a complimentary breakfast.",
      "Breakfast is complementary. => Breakfast is complimentary.",
    ],
    "These are complementary colours.",
  ),
  pattern(
    "receive-complements",
    "receive|received|get|got|many|pay|paid|lovely|constant ~so|lots|you|us|them ~of|many [ complements ] on|from|about|for|to",
    "compliments",
    "We often get complements on our cakes. => We often get compliments on our cakes.",
    "The verb gets complements.",
  ),
  pattern(
    "wine-compliments",
    "wine|wines|sauce|flavour|flavours|flavor|flavors|colours|colors|perfectly|beautifully|nicely [ compliments ] the|your|our|any|this|each",
    "complements",
    "The wine compliments the fish. => The wine complements the fish.",
  ),
  pattern(
    "flavours-compliment",
    "wines|sauces|flavours|flavors|colours|colors|perfectly|beautifully|nicely|to|will [ compliment ] the|your|our|any ~@NJ décor|decor|food|dish|dishes|meal|meals|fish|steak|meat|wine|style|outfit|interior|home|skin|furniture|kitchen|garden|house|flavours|flavors|menu !@P&!@Z",
    "complement",
    "We pick wines to compliment your main dish. => We pick wines to complement your main dish.",
    "They came to compliment the chef.",
  ),
  pattern(
    "office-stationary",
    [
      "office|business|wedding|school|personalised|personalized|branded|printed|bespoke|custom|matching [ stationary ] =|and|for|items|supplies|set|sets|from|at|with|including|such",
      "range|supplier|selection|suppliers|supply of [ stationary ] =|and|for",
    ],
    "stationery",
    "We stock office stationary. => We stock office stationery.",
    "We have a range of stationary bikes.",
  ),
  pattern(
    "stationery-car",
    [
      "completely|remain|remained|remains|vehicle|car|train|bus ~is|was|must ~be [ stationery ] =|when|while|until|for|at|in",
      "[ stationery ] bike|bikes|vehicle|vehicles|traffic",
    ],
    "stationary",
    "Wait until the bus is stationery. => Wait until the bus is stationary.",
  ),
  pattern(
    "principle-dentist",
    [
      "our|the|a|an|their|as [ principle ] dentist|solicitor|lawyer|partner|office|doctor|surgeon|instructor|consultant|trainer|vet|chef|photographer|optometrist|conductor|contractor|designer|stylist|violinist|place|attorney|broker",
      `she|he|is|as|was|became|i'm|am the|a|our [ principle ] of|at the|our|this|a ${BUSINESS}`,
    ],
    "principal",
    [
      "Our principle dentist is new. => Our principal dentist is new.",
      "She is the principle of the school. => She is the principal of the school.",
    ],
    "It is the principle of the thing.",
  ),
  pattern(
    "discrete-and-private",
    [
      "[ discrete ] and|, ~fully|completely confidential|private|professional|personal|friendly|caring|sensitive|polite|courteous",
      "confidential|private|professional|friendly|polite|courteous|caring and|, [ discrete ]",
      "[ discrete ] packaging|entrance|billing",
    ],
    "discreet",
    "We are discrete and confidential. => We are discreet and confidential.",
    "It has discrete and separate parts.",
  ),
  pattern(
    "quick-peak",
    "take|takes|taking|took|have|having|get a ~quick|little|sneak|sneaky|closer [ peak ] at|inside|into|behind|around",
    "peek",
    "Take a quick peak inside. => Take a quick peek inside.",
    "The sales took a peak of ten.",
  ),
  pattern(
    "peek-season",
    "[ peek ] season|times|hours|rates|period|performance|demand",
    "peak",
    "Prices rise in peek season. => Prices rise in peak season.",
  ),
  pattern(
    "important-roll",
    [
      "important|key|major|vital|crucial|leading|significant|central|essential [ roll ] in|for|as|to|at|on|within|=",
      "play|plays|played|playing a|an|no|this ~very|more ~@J [ roll ] in|as|on|for",
    ],
    "role",
    "It plays a big roll in our work. => It plays a big role in our work.",
    "It is a key roll-out. A big roll on the table.",
  ),
  pattern(
    "bacon-role",
    "bacon|sausage|crusty|cinnamon|spring|sushi|swiss|toilet [ role ]",
    "roll",
    "A bacon role, please. => A bacon roll, please.",
  ),
  pattern(
    "bacon-roles",
    "bacon|sausage|crusty|cinnamon|spring|sushi|swiss|toilet [ roles ]",
    "rolls",
    "We bake cinnamon roles. => We bake cinnamon rolls.",
  ),
  pattern(
    "hole-family",
    "a|the|our|your|my|their [ hole ] family|process|house|home|place|experience|range|body|property|party|village|town|business|website|wedding|weekend|month|night|menu|journey|class|school|staff|street|crew",
    "whole",
    "Bring your hole family. => Bring your whole family.",
    "The hole in the house.",
  ),
  pattern(
    "knew-arrivals",
    "have|has|introducing|exciting|welcome|accepting|any|to|sell|stock|get|got|see|offer [ knew ] @P",
    "new",
    "We have knew arrivals. => We have new arrivals.",
    "Those we see knew it.",
  ),
  pattern(
    "days-a-weak",
    [
      "days|times|hours|nights|evenings|mornings|lessons|classes|@U|once|twice a|per|each|every [ weak ] !@NP",
      "next|last|every [ weak ] =|we|our|from|at|for",
    ],
    "week",
    "Open six days a weak. => Open six days a week.",
    "She is at times a weak player.",
  ),
  pattern(
    "a-week-point",
    "a|the|our|your|their|any [ week ] point|points|battery|signal|spot|spots|ankle|bladder",
    "weak",
    "It has a week point. => It has a weak point.",
  ),
  pattern(
    "our-personal-are",
    [
      "our|all|the|experienced|skilled|security|expert|friendly ~our|fully|highly ~trained|qualified [ personal ] are|have|who|were",
      "trained|qualified|experienced|skilled|security [ personal ] =|will|can|on|to|in|and",
    ],
    "personnel",
    "All our personal are trained. => All our personnel are trained.",
    ["The personal and the public.", "Our personal touch."],
  ),
  pattern(
    "personnel-touch",
    "[ personnel ] touch|trainer|trainers|attention|belongings|injury|approach|shopper|loan|loans|consultation",
    "personal",
    "We add a personnel touch. => We add a personal touch.",
  ),
  pattern(
    "staff-moral",
    [
      "staff|team|employee|workforce [ moral ] =|has|is|was|and|by|at",
      "boost|boosts|boosting|lift|lifts|lifting|raise|raising|improve|improves [ moral ] =|in|at|by|among|within",
      "[ moral ] is|was ~very|so high|low",
    ],
    "morale",
    "It lifts staff moral. => It lifts staff morale.",
    "The moral is that high prices fall.",
  ),
  pattern(
    "starter-and-desert",
    [
      "free|complimentary|our|choice|of|, [ desert ] and|or ~a coffee|tea|wine|drinks",
      "[ desert ] menu|trolley|platter|buffet|recipes|spoon",
      "main|mains|starter|starters|meal|lunch ~course ,|and|or ~a [ desert ]",
    ],
    "dessert",
    ["Lunch comes with a desert menu. => Lunch comes with a dessert menu.", "A main and a desert. => A main and a dessert."],
    "The desert and the coffee.",
  ),
  pattern(
    "down-the-isle",
    [
      "walk|walks|walking|walked|dance|danced ~you down|up the|our|your [ isle ]",
      "down the [ isle ] =|in|at|to|with|and|together",
      "[ isle ] seat|seats",
    ],
    "aisle",
    "Walk down the isle with us. => Walk down the aisle with us.",
    "We walked the Isle of Wight.",
  ),
  pattern(
    "this-sight-uses",
    [
      "this|our|the [ sight ] uses|contains|is|may|has ~own|owned|contain|use cookies|links|by|updated|maintained",
      "how|using|browsing|browse|use|navigate|access our|this [ sight ] =|you|works|is|for|or|and",
      "[ sight ] uses",
      "parking|facilities|café|cafe|restaurant|gym|laundry|shop|camping on [ sight ]",
      "construction|building|camp|caravan|demolition|camping|industrial [ sight ]",
    ],
    "site",
    [
      "This sight uses cookies. => This site uses cookies.",
      "You accept this by using our sight. => You accept this by using our site.",
      "There is a café on sight. => There is a café on site.",
    ],
    ["It was love at first sight.", "The sight is new to us."],
  ),
  pattern(
    "weak-eye-site",
    ["at first [ site ] =|,", "in plain [ site ]", "a [ site ] to behold", "lose|lost|losing [ site ] of"],
    "sight",
    "It was love at first site. => It was love at first sight.",
    "At first site visits were free.",
  ),
  pattern(
    "thunder-lightening",
    [
      "thunder and [ lightening ]",
      "struck|hit by [ lightening ]",
      "[ lightening ] fast|speed|quick|protection|conductor|storm|storms",
    ],
    "lightning",
    "It is safe in thunder and lightening. => It is safe in thunder and lightning.",
    "We offer hair lightening.",
  ),
  pattern(
    "on-sell",
    [
      "are|is|now|items|tickets|goes|go on [ sell ] =|until|till|now|from|this|at|in|online|today",
      "summer|winter|spring|clearance|garage|january|yard|closing-down [ sell ] =|ends|starts|is|now|on|with",
    ],
    "sale",
    "All cakes are on sell until May. => All cakes are on sale until May.",
    "They go on selling.",
  ),
  pattern(
    "breaks-and-tyres",
    [
      "replace|repair|inspect|squeaky|faulty|noisy|worn|worn-out ~your|the|car|all ~front|rear [ breaks ]",
      "[ breaks ] ,|and|or tires|tyres|clutch|clutches|suspension|exhaust|exhausts|steering",
      "tires|tyres|clutches|suspension|exhausts ,|and|or ~your|the [ breaks ]",
    ],
    "brakes",
    ["We check breaks and tyres. => We check brakes and tyres.", "We replace worn breaks. => We replace worn brakes."],
    "The lunch breaks and the tea.",
  ),
];
