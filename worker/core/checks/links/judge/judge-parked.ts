import { decodeIfValid } from "#worker/core/url/decode-if-valid.ts";
import { registeredDomain } from "#worker/core/url/registered-domain.ts";
import { isWorking } from "../is-working.ts";
import { faultyAnswer, type LinkAnswer } from "../link-answer.ts";
import { isParkingHost, NO_PARKING_SIGNS } from "../parking-signs.ts";

/**
 * Judges if a working answer is that of a parked or sold domain. Where two signs agree, the link is broken; one sign alone is shown as a
 * possible fault. A redirect to another site alone says nothing: companies change their names.
 */
export function judgeParked(address: string, answer: LinkAnswer): LinkAnswer {
  if (!isWorking(answer)) return answer;
  const from = new URL(address);
  const to = new URL(answer.finalUrl ?? address);
  const [domain, arrived] = [registeredDomain(from.hostname), registeredDomain(to.hostname)];
  if (isParkingHost(from.hostname)) return answer;
  const { offer: said, isProminent, program, isShort } = answer.parking ?? NO_PARKING_SIGNS;
  const offer = said !== null && isOfOther(said, domain) ? null : said;
  const named = `${answer.titles?.title ?? ""} ${answer.titles?.heading ?? ""} ${offer ?? ""}`.toLowerCase().includes(domain);
  const isAway = arrived !== domain;
  const signs = [
    isParkingHost(to.hostname),
    offer !== null,
    program,
    // Says whose domain it is: on its page, or in the address to which it redirects.
    offer !== null && named,
    isAway && `${decodeIfValid(to.pathname)}${decodeIfValid(to.search)}`.toLowerCase().includes(domain),
    program && isShort,
    isAway && isDeep(from) && !isDeep(to),
  ];
  // A redirect is a sign only beside one that parking leaves.
  const strong = [signs[0], signs[1], signs[2]].filter(Boolean).length;
  const count = signs.filter(Boolean).length;
  const found = { status: answer.status, finalUrl: answer.finalUrl };
  if (strong > 0 && count > 1) return faultyAnswer("links/parked", reasonOf(domain, offer !== null, "no longer"), found);
  if (strong > 0 && ((offer !== null && isProminent) || signs[0] || program))
    return faultyAnswer("links/maybe-parked", reasonOf(domain, offer !== null, "perhaps no longer"), found);
  return answer;
}

/** Returns true if an offer names another domain, as on the pages of people who sell many. */
function isOfOther(offer: string, domain: string): boolean {
  const named = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u.exec(offer)?.[0];
  return named !== undefined && registeredDomain(named) !== domain;
}

function reasonOf(domain: string, isOffered: boolean, belongs: string): string {
  const why = isOffered
    ? "its page says that the domain is for sale or expired"
    : "it shows the page of a service for unused domains";
  return `The domain ${domain} ${belongs} belongs to the site that you link to: ${why}.`;
}

function isDeep({ pathname, search }: URL): boolean {
  return pathname.length > 1 || search !== "";
}
