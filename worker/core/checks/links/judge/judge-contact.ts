import { cutOff } from "#worker/core/cut-off.ts";
import { decodeIfValid } from "#worker/core/url/decode-if-valid.ts";
import type { LinkRuleId } from "../link-rules.ts";
import type { LinkVerdict } from "../link-verdict.ts";

/** True if a link opens a mail program or a phone instead of a web page. */
export function isContact(target: string): boolean {
  return /^(?:mailto|tel):/i.test(target);
}

/**
 * Judges a `mailto:` or `tel:` link by its syntax (RFC 6068, RFC 3966). Only what cannot work is reported: mail programs and
 * phones accept much that the standards forbid, such as spaces between digits or `;` between addresses.
 */
export function judgeContact(target: string): LinkVerdict {
  const [rule, reason] = /^mailto:/i.test(target)
    ? (["links/mail-address", faultOfMail(target.slice("mailto:".length))] as const)
    : (["links/phone-number", faultOfNumber(target.slice("tel:".length))] as const);
  const known = { url: target, status: null, finalUrl: null };
  return reason === null ? { ...known, state: "ok", rule: null, reason: "" } : { ...known, ...broken(rule, reason) };
}

function broken(rule: LinkRuleId, reason: string) {
  return { state: "broken", rule, reason } as const;
}

/** `info[at]example.com`: disguised on purpose, to hide it from harvesters. */
const DISGUISED = /[[({<]\s*(?:at|ät|arroba|@)\s*[\])}>]/i;
/** `"Miller, Ann" <ann@example.com>`: a quoted name may contain separators. */
const QUOTED_NAME = /"[^"]*"(?=\s*<)/g;
const SEPARATORS = /[,;]/;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/**
 * Checks the addresses before the `?` and in `to`, `cc` and `bcc`. A link without any is fine: "share this page" lets the
 * reader choose the recipient.
 */
function faultOfMail(rest: string): string | null {
  const [to = "", fields = ""] = rest.split("?");
  if (to.startsWith("//")) return "Remove the two slashes after “mailto:”.";
  const others = fields.split("&").map((field) => /^(?:to|cc|bcc)=(.*)$/is.exec(field)?.[1] ?? "");
  const addresses = [to, ...others].flatMap((list) =>
    decodeIfValid(list).replace(QUOTED_NAME, "").split(SEPARATORS).map(bareAddress).filter(Boolean),
  );
  return addresses.map(faultOfAddress).find((fault) => fault !== null) ?? null;
}

/** `Ann Miller <ann@example.com>`: the address is in the angle brackets. */
function bareAddress(address: string): string {
  return (/<([^<>]*)>\s*$/.exec(address)?.[1] ?? address).trim();
}

function faultOfAddress(address: string): string | null {
  if (DISGUISED.test(address)) return null;
  const at = address.lastIndexOf("@");
  const wrong = (why: string) => `“${shorten(address)}” is not an e-mail address: ${why}.`;
  if (at === -1) return wrong("it has no @");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (local === "") return wrong("there is nothing before the @");
  if (domain === "") return wrong("there is nothing after the @");
  if (!local.startsWith('"') && /[\s@()<>[\]:\\]/u.test(local)) return wrong("a character before the @ is not allowed");
  if (/^\[[\da-f.:]+\]$/i.test(domain)) return null;
  const labels = domain.replace(/\.$/, "").split(".");
  if (!labels.every((label) => LABEL.test(label))) return wrong("the part after the @ is not a domain");
  if (labels.length === 1) return wrong("the domain has no ending such as .com");
  return null;
}

/** RFC 3966 allows digits, `*`, `#` and separators; E.164 allows at most 15 digits after a `+`. */
function faultOfNumber(rest: string): string | null {
  const [number = ""] = decodeIfValid(rest).split(";", 1);
  const digits = number.match(/\d/g)?.length ?? 0;
  if (number.trim() === "") return "This link has no phone number.";
  if (digits === 0 && !/[*#]/.test(number))
    return `“${shorten(number.trim())}” is not a phone number, because it has no digits.`;
  if (number.includes("@")) return `“${shorten(number.trim())}” is an e-mail address, not a phone number; use “mailto:”.`;
  if (/^\D*\d[^+]*\+/.test(number)) return `In “${shorten(number.trim())}”, the + must come before all digits.`;
  if (number.includes("+") && digits > 15)
    return `“${shorten(number.trim())}” has more digits than a phone number can have (15).`;
  return null;
}

function shorten(text: string): string {
  return cutOff(text, 80);
}
