import type { LinkRuleId } from "../../checks/links/link-rules.ts";
import { type Guide, guide } from "./guide.ts";

/** Explains the rules of the check of links. */
export const LINK_GUIDES = {
  "links/not-found": guide(
    "Page not found",
    [
      "The server says that there is nothing at this address.",
      "The page was removed or renamed, or the address has a typing error: link to where the page is now.",
    ],
    { wrong: "“Autumn menu” leads to /menu-2024, which is gone.", right: "“Autumn menu” leads to /menu." },
  ),
  "links/domain-not-found": guide(
    "No such site",
    [
      "There is no site with this name on the internet.",
      "The name is misspelled or was given up: correct it, or remove the link.",
    ],
    { wrong: "Link to https://exmaple.com/", right: "Link to https://example.com/" },
  ),
  "links/certificate": guide(
    "Certificate not valid",
    [
      "The site's certificate has expired, or it is for another name, so browsers show a warning instead of the page.",
      "If it is your site, renew the certificate; else link to another address of theirs.",
    ],
    {
      wrong: "Link to https://shop.example/, whose certificate expired in May",
      right: "The same link, with a valid certificate",
    },
  ),
  "links/certificate-chain": guide(
    "Certificate incomplete",
    [
      "The server does not send the intermediate certificate, which some browsers and programs need.",
      "If it is your site, install the complete chain that your certificate authority offers.",
    ],
    {
      wrong: "The server sends its own certificate only.",
      right: "The server sends its certificate and the intermediate one.",
    },
  ),
  "links/redirect-loop": guide(
    "Endless redirect",
    [
      "The address redirects in a circle, so browsers give up.",
      "Link to an address that shows the page, or correct the redirects if the site is yours.",
    ],
    { wrong: "/menu leads to /menu/, which leads to /menu.", right: "/menu leads to /menu/, which shows the menu." },
  ),
  "links/server-error": guide(
    "Error on the server",
    [
      "The server answered with an error at two crawls in a row.",
      "Look at the page yourself; if it stays like this, tell its owner or link elsewhere.",
    ],
    { wrong: "The linked page answers with error 500.", right: "The linked page opens." },
  ),
  "links/unreachable": guide(
    "Server does not answer",
    [
      "The server refused the connection or did not answer in time, at two crawls in a row.",
      "Open the link yourself; if it stays like this, remove it or link elsewhere.",
    ],
    { wrong: "The linked server takes longer than visitors wait.", right: "The linked page opens." },
  ),
  "links/fragment": guide(
    "Anchor missing",
    [
      "The page exists, but the part after “#” names no anchor on it, so the link opens the top of the page.",
      "Correct the name of the anchor, or give the heading this id.",
    ],
    { wrong: "Link to /prices#gruops", right: "Link to /prices#groups" },
  ),
  "links/gone-soft": guide(
    "Gone, but the server does not say so",
    [
      "The server shows its error page here and reports that all is well.",
      "Visitors do not find what the link promises: link to the right page.",
    ],
    { wrong: "“Autumn menu” opens a page that says “Nothing here”.", right: "“Autumn menu” opens the menu." },
  ),
  "links/leads-home": guide(
    "Leads to the front page",
    [
      "The site sends visitors of pages that it no longer has to its front page.",
      "Link to the page that you mean, or to the front page on purpose.",
    ],
    {
      wrong: "“Our review in the Gazette” opens the Gazette's front page.",
      right: "“Our review in the Gazette” opens the review.",
    },
  ),
  "links/wrong-type": guide(
    "Wrong kind of file",
    [
      "The page needs a picture, style sheet or script from this address, and gets a web page.",
      "The file is missing: upload it again, or correct its address.",
    ],
    { wrong: "/logo.svg answers with a web page.", right: "/logo.svg answers with the picture." },
  ),
  "links/parked": guide(
    "Domain for sale",
    [
      "The site was given up, and its name is for sale or shows advertisements only.",
      "Remove the link or find the new site: others decide what your visitors see there.",
    ],
    { wrong: "“Our partner” opens a page that offers the domain.", right: "“Our partner” opens the partner's site." },
  ),
  "links/maybe-parked": guide(
    "Domain may be for sale",
    ["One sign says that the site was given up.", "Open the link and look: if it shows advertisements or an offer, remove it."],
    { wrong: "“Our partner” opens a page of advertisements.", right: "“Our partner” opens the partner's site." },
  ),
  "links/style-sheet": guide(
    "File of a style sheet missing",
    [
      "A style sheet or manifest loads a picture or font that does not exist.",
      "Upload the file, or remove it from the style sheet.",
    ],
    { wrong: "url(/fonts/serif-old.woff2), which is gone", right: "url(/fonts/serif.woff2)" },
  ),
  "links/malformed": guide(
    "Not a web address",
    [
      "Browsers cannot open this, or take it for an address of your own site.",
      "Write the whole address with “https://” in front.",
    ],
    { wrong: "Link to www.mill.example", right: "Link to https://www.mill.example/" },
  ),
  "links/relative": guide(
    "Leads to copies of your pages",
    [
      "The link lacks its leading “/”, so on each page it leads into a deeper folder.",
      "Visitors see a page, but search engines find endless copies: put “/” in front.",
    ],
    { wrong: "Link to news/today on every page", right: "Link to /news/today on every page" },
  ),
  "links/mail-address": guide(
    "Wrong mail address",
    ["This is no mail address, or its domain receives no mail.", "Correct it: what visitors write to it does not arrive."],
    { wrong: "mailto:hello@mill,example", right: "mailto:hello@mill.example" },
  ),
  "links/phone-number": guide(
    "Wrong phone number",
    ["A phone cannot dial this number.", "Write it with the country's code and digits only."],
    { wrong: "tel:call-us", right: "tel:+4315550123" },
  ),
  "links/mixed-content": guide(
    "Insecure part of a secure page",
    [
      "The page is encrypted, but it loads this part or sends this form without encryption.",
      "Browsers block it or warn: use “https://”.",
    ],
    { wrong: '<img src="http://mill.example/logo.png">', right: '<img src="https://mill.example/logo.png">' },
  ),
  "links/insecure": guide(
    "Not encrypted",
    [
      "The link says “http://”, and the site is reachable with “https://”, too.",
      "Link to the secure address, so that visitors do not pass the insecure one.",
    ],
    { wrong: "Link to http://mill.example/", right: "Link to https://mill.example/" },
  ),
  "links/plain-http": guide(
    "Only reachable without encryption",
    ["The address has no encrypted version.", "There is nothing better to link to; the owner of that site could offer one."],
    { wrong: "A page that exists at http:// only", right: "A page that exists at https://" },
  ),
  "links/moved": guide(
    "Moved for good",
    [
      "The address redirects for good to another one.",
      "The link works: change it when you edit the page, so that it keeps working if the redirect ends.",
    ],
    { wrong: "Link to http://old.example/, which leads to https://new.example/", right: "Link to https://new.example/" },
  ),
  "links/unknown": guide(
    "Could not tell",
    [
      "We could not find out if this link works, for example because the site does not answer programs.",
      "Open it yourself. If the site blocks us, you can leave it out of our checks in the settings.",
    ],
    { wrong: "The linked site asks every program to prove that it is human.", right: "The linked page opens." },
  ),
} as const satisfies Readonly<Record<LinkRuleId, Guide>>;
