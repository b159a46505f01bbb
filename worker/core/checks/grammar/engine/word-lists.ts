const list = (words: string) => words.split(" ");

const BE = list("am is are was were be been being");
const MODAL = list("can could will would shall should may might must");
const NOT_MODAL = list("can't couldn't won't wouldn't shan't shouldn't mustn't mightn't cannot");

/** Lists of words that patterns refer to as `<name>`. */
export const WORD_LISTS: Readonly<Record<string, readonly string[]>> = {
  be: BE,
  "be-now": list("am is are was were isn't aren't wasn't weren't"),
  have: list("have has had having haven't hasn't hadn't"),
  "have-short": list("i've you've we've they've could've would've should've might've must've"),
  do: list("do does did don't doesn't didn't"),
  modal: [...MODAL, ...NOT_MODAL],
  "plain-modal": MODAL,
  "be-short": list("i'm you're he's she's it's we're they're that's"),
  subject: list("i you he she it we they"),
  "subject-es": list("he she it"),
  "subject-base": list("i you we they"),
  object: list("me him us them"),
  possessive: list("my your his her its our their"),
  article: list("a an the"),
  determiner: list("a an the this that these those my your his her its our their some any no every each"),
  "one-of-these": list("a an this that every each another either neither"),
  preposition: list(
    "of in to for with on at by from about into over after under between without through during against among upon toward towards within",
  ),
  degree: list("very so too really quite extremely pretty rather as more most fairly incredibly absolutely"),
  frequency: list("always usually often never rarely sometimes seldom frequently generally"),
  unit: list("second minute hour day week month year decade mile kilometer kilometre meter metre dollar pound euro inch foot"),
  units: list(
    "seconds minutes hours days weeks months years decades miles kilometers kilometres meters metres dollars pounds euros inches feet",
  ),
  number: list(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million several many few both",
  ),
  comparative: list(
    "larger bigger smaller cheaper better higher lower faster slower older younger longer shorter stronger safer cleaner easier nicer happier fresher warmer brighter healthier lighter heavier quicker closer wider",
  ),
  counted: list("two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"),
  mass: list(
    "information firmware malware middleware advice furniture equipment knowledge homework housework luggage baggage software hardware feedback traffic evidence progress " +
      "research news money music electricity weather accommodation machinery rubbish garbage garlic happiness courage luck patience wisdom",
  ),
  group: list(
    "committee staff team personnel family police majority rest number group crew couple pair jury government company variety range public press media half lot series band board audience kind sort faculty management data following above other latter former same only per way youth generation clergy laity congregation leadership membership cast choir orchestra council",
  ),
  /** Participles of verbs without a passive: "will arrived" means "will arrive", not "will be arrived". */
  "no-passive": list(
    "arrived appeared happened started stayed lived worked returned travelled traveled looked waited talked ended lasted depended remained continued agreed replied responded gone come died existed occurred belonged listened grown fallen",
  ),
  /** Nouns that are hardly ever without an article or the like in the singular, counted in edited text, and some of daily life. */
  countable: list(
    "account administrator agency agenda algorithm allergy analyst announcement answer appointment approach array article " +
      "artist aspect assumption audience author axis baby backlog badge bag baker bakery band bar barrier baseline basket bike " +
      "bird boat bond book booking bot bottle boundary box boy breakdown brochure browser bucket bug builder building bunch " +
      "cafe café calculator calendar camera campaign car cat ceremony certificate chain chair channel charity chef circle " +
      "citizen client club cluster coach coat codebase coefficient cohort coin colleague comment companion company competitor " +
      "complaint component constraint consultation container contractor couple coupon creator curve cycle dashboard database " +
      "dataset daughter decision demo dentist deposit designer desk destination developer deviation diagram difference " +
      "directory distributor doctor dog donation door driver ecosystem electrician element employer endpoint engineer enquiry " +
      "equation era event exam example experiment factory farm farmer fee figure film firm foundation frame friend game gap " +
      "garden gentleman gift girl globe glossary goal guide guy handful hashtag hat histogram hole homepage horse hotel house " +
      "hub husband hypothesis idea illustration inbox incident inquiry instructor interval interview intranet inventor investor " +
      "invoice job journal journey kit laptop lawyer layer leader lesson location logo manager manufacturer map marketplace " +
      "match meal meeting member menu message mistake movie multiplier museum musician nation neighborhood newsletter notion " +
      "nurse opportunity option organisation organization outlier outline package page pair park participant party password " +
      "path percentage percentile person phone photo photographer phrase picture pilot place planet platform playbook player " +
      "plot plumber pool portfolio portion problem procedure product professor profile project provider quartile query question " +
      "quotation quote range reason receipt recipe register registry reminder repository researcher reservation restaurant " +
      "result road roadmap salon seat set shop sign singer sister site situation solution son speaker specialist spreadsheet " +
      "statistic story student studio subcontractor suggestion suite supplier survey sweater table tag teacher technique " +
      "template textbook theme therapist ticket tip tool toolkit town trademark trainer tree tribe tweet variable vet village " +
      "voucher walkthrough webpage website wheel wife workbook workplace worksheet workspace writer",
  ),
  "short-unit": list("cm mm km kg ml mg ft hr min sec"),
  month: list(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
  ),
  weekday: list("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"),
};
