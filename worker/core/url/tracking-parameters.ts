/** Query parameters for tracking: the page is the same without them. Lower case. */
const TRACKING_PARAMETERS = new Set(
  `gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl fbclid fb_action_ids fb_action_types fb_source
  msclkid mc_cid mc_eid yclid ysclid twclid ttclid igshid igsh li_fat_id epik rb_clickid s_cid s_kwcid ef_id irclickid
  _hsenc _hsmi hsctatracking mkt_tok oly_anon_id oly_enc_id vero_id vero_conv wickedid _openstat _kx _ke
`
    .split(/\s+/)
    .filter(Boolean),
);

/** Query parameters in which frameworks write session ids, and nothing else. */
const FRAMEWORK_SESSION = /^(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|zenid|oscsid)$/i;

const TRACKING_PREFIXES = ["utm_", "hsa_", "pk_", "piwik_", "mtm_", "matomo_"];

/** `;jsessionid=0123ABCD` at the end of a path, as Java servers write it. */
export const SESSION_PATH_PARAMETER = /;(?:jsessionid|phpsessid)=[^/?#;]*/gi;

/** `/(S(lit3py55t21z5v55vlm25s55))`, in which ASP.NET writes session ids for visitors without cookies. */
export const SESSION_FOLDER = /\/\((?:[AFSX]\([\w-]{16,}\))+\)(?=\/|$)/g;

/** Names that are a session id on some sites and select a page on others: their value decides. */
const SESSION_NAMES = new Set([
  "sid",
  "sessionid",
  "session_id",
  "s_id",
  "sess",
  "sessid",
  "session",
  "sessionkey",
  "jsession",
  "phpsid",
  "token_session",
]);
/** Long values with letters and digits mixed, unlike names of pages. */
const SESSION_VALUE = /^(?=.*\d)(?=.*[a-z])(?:[0-9a-f]{16,}|[0-9a-z_]{22,})$/i;

/**
 * True if a query parameter is a session id: `sid=0a9f3c…`, not `sid=42` and `session_id=rye`, which select a page. Takes name and value as
 * written in the address.
 */
export function isSessionParameter(name: string, value: string): boolean {
  return FRAMEWORK_SESSION.test(name) || (SESSION_NAMES.has(name.toLowerCase()) && SESSION_VALUE.test(value));
}

/**
 * Returns the names of parameters that only look like session ids: links of one page give them several values, and a visitor has one session.
 */
export function choosingParameters(urls: Iterable<string>): ReadonlySet<string> {
  const values = new Map<string, string>();
  const choosing = new Set<string>();
  for (const url of urls) {
    for (const [, name = "", value = ""] of url.includes("?") ? url.matchAll(/[?&]([^=&#?]+)=([^&#]*)/g) : []) {
      if (FRAMEWORK_SESSION.test(name) || !isSessionParameter(name, value)) continue;
      if ((values.get(name) ?? value) !== value) choosing.add(name);
      values.set(name, value);
    }
  }
  return choosing;
}

/** Removes session ids, for comparing links; the result may lead nowhere. */
export function withoutSession(url: string): string {
  if (!/[?;]/.test(url)) return url;
  return url
    .replace(SESSION_PATH_PARAMETER, "")
    .replace(/([?&])([^=&#?]+)=([^&#]*)/g, (pair, mark: string, name: string, value: string) =>
      isSessionParameter(name, value) ? mark : pair,
    );
}

/** True if a query parameter's name, as written in the address, does not affect the page. */
export function isTrackingParameter(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING_PARAMETERS.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix));
}
