import { startTags } from "../../page/html/start-tags.ts";
import { registeredDomain } from "../../url/registered-domain.ts";
import type { PageTitles } from "./page-titles.ts";

/**
 * Signs in a page's HTML that its domain is parked or for sale. `offer`: it says so; `isProminent`: in its title or heading. `program`: it
 * loads a program or frame of a parking service. `isShort`: it has little text.
 */
export type ParkingSigns = { offer: string | null; isProminent: boolean; program: boolean; isShort: boolean };

/** Services that park domains or sell them. */
const SERVICES = new Set(
  "above.com afternic.com atom.com bodis.com brandbucket.com buydomains.com cashparking.com dan.com domainmarket.com domainnamesales.com efty.com forsale.godaddy.com hugedomains.com parkingcrew.com parkingcrew.net parklogic.com rookdns.com sedo.com sedo.de sedoparking.com skenzo.com smartname.com squadhelp.com undeveloped.com uniregistry.com voodoo.com ztomy.com".split(
    " ",
  ),
);
/** Hosts of registrars that are for parked domains only. */
const SERVICE_HOSTS =
  /^(?:parkingpage\.namecheap|parked-content\.godaddy|forsale\.(?:godaddy|dynadot)|parking\.reg|domain-parking\.[\w-]+)\./i;
/** Parts of programs that run on parked domains only. */
const PROGRAMS =
  /adsense\/domains\/caf\.js|\/parking-lander\/|jsparkcaf|parkingcrew\.net|sedoparking\.com|bodis\.com|\bparklogic\.com|\bdata-adblockkey\s*=|\bwindow\.(?:park|LANDER_SYSTEM)\b|parkingpage\.namecheap\.com|parked-content\.godaddy/i;

/** Sentences of such pages, in the most common languages. */
const OFFER = new RegExp(
  [
    String.raw`\b(?:this|the) (?:premium |web )?domain(?: name)? (?:\S{1,80} )?(?:is|may be|might be|could be) (?:now |currently |still )?(?:for sale|available (?:for (?:sale|purchase)|to buy)|on sale|parked)\b`,
    String.raw`\b(?:buy|purchase|make an offer (?:on|for)|inquire about|interested in) this domain\b`,
    String.raw`\bdomain(?: name)? (?:is )?for sale\b`,
    String.raw`\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,3} (?:is|may be) (?:for sale|parked)\b`,
    String.raw`\b(?:parked (?:free|domain)|domain (?:is )?parked|domain parking page)\b`,
    String.raw`\bthis domain (?:\S{1,80} )?(?:has expired|is expired|expired)\b`,
    String.raw`\bdiese domain (?:\S{1,80} )?(?:steht|ist|kann)\b.{0,30}(?:verkauf|gekauft|erworben|geparkt)`,
    String.raw`\bdomain (?:\S{1,80} )?(?:steht )?(?:zu verkaufen|zum verkauf)\b`,
    String.raw`\bnom de domaine (?:\S{1,80} )?(?:est )?(?:à vendre|en vente|expiré)`,
    String.raw`\b(?:este|el) (?:nombre de )?dominio (?:\S{1,80} )?(?:está |se encuentra )?(?:en venta|a la venta)\b`,
    String.raw`\b(?:questo|il) (?:nome a )?dominio (?:\S{1,80} )?(?:è |potrebbe essere )?in vendita\b`,
    String.raw`\b(?:deze|dit|de) domein(?:naam)? (?:\S{1,80} )?(?:is |staat )?te koop\b`,
    String.raw`\beste domínio (?:\S{1,80} )?(?:está |encontra-se )?à venda`,
    String.raw`\bdomena (?:\S{1,80} )?(?:jest )?na sprzedaż`,
    String.raw`\bdom[äa]nen? (?:\S{1,80} )?(?:är |er )?til(?:l)? (?:salu|salg)\b`,
    "домен (?:\\S{1,80} )?(?:прода[её]тся|припаркован)",
    "このドメイン.{0,20}(?:販売|売り)",
    "域名.{0,20}(?:出售|转让|轉讓)",
  ].join("|"),
  "iu",
);

/** The beginning of a page that is read, and the letters of a text that counts as short. */
const MOST_HTML = 150_000;
const SHORT = 1_500;

const SUBJECT = /dom[aäe][iíe]?n|dominio|domena|домен|ドメイン|域名|(?:is|may be) (?:for sale|parked)/i;
/** The signs of a page that has none, or was not read. */
export const NO_PARKING_SIGNS: ParkingSigns = { offer: null, isProminent: false, program: false, isShort: false };

/** Returns true if a host belongs to a service that parks or sells domains. */
export function isParkingHost(host: string): boolean {
  return SERVICES.has(registeredDomain(host)) || SERVICES.has(host.toLowerCase()) || SERVICE_HOSTS.test(host);
}

/** Reads the signs in the beginning of a page. Runs in linear time. */
export function readParkingSigns(html: string, { title, heading }: PageTitles): ParkingSigns {
  const start = html.slice(0, MOST_HTML);
  const program = hasProgram(start);
  // Most pages have no word about domains, and need no more than this look.
  if (!program && !SUBJECT.test(start)) return NO_PARKING_SIGNS;
  const text = textOf(start);
  const isShort = text.length < SHORT && html.length < MOST_HTML;
  const prominent = OFFER.exec(`${title} \n ${heading}`)?.[0] ?? null;
  const offer = prominent ?? (isShort ? (OFFER.exec(text)?.[0] ?? null) : null);
  return { offer, isProminent: prominent !== null, program, isShort };
}

/** Returns true if a page loads or contains such a program. Links to a service prove nothing. */
function hasProgram(html: string): boolean {
  if (!PROGRAMS.test(html)) return false;
  for (const { attributes } of startTags(html, /<(?:script|iframe|frame|link|img|html)\b/gi))
    if (PROGRAMS.test(attributes)) return true;
  return scriptsOf(html).some((script) => PROGRAMS.test(script));
}

function scriptsOf(html: string): string[] {
  return html
    .split(/<script\b/i)
    .slice(1)
    .map((part) => part.split(/<\/script/i, 1)[0] ?? "");
}

function textOf(html: string): string {
  return html
    .split(/<(?=script\b|style\b|noscript\b)/i)
    .map((part, index) => (index === 0 ? part : part.slice(endOf(part))))
    .join(" ")
    .replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ");
}

function endOf(part: string): number {
  const end = part.search(/<\/(?:script|style|noscript)/i);
  return end === -1 ? part.length : end;
}
