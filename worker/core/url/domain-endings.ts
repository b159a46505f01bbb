/** Endings of domains that people write in links, apart from those of countries. */
const GENERIC =
  "academy agency app art asia auto bank bar beer berlin bike bio blog boutique cafe capital care cars cat center charity chat church city clinic cloud club coach codes coffee com community company consulting cooking coop credit dance dental design dev digital directory dog earth eco edu education email energy engineering events example expert farm fashion film finance fit fitness foundation fun gallery games garden gmbh gmx gov green group guide guru hamburg haus health help holiday homes hospital host hosting hotel house immo immobilien inc info insurance int international invalid jobs kaufen kitchen koeln land law legal life live llc london love ltd management market marketing media melbourne mil mobi money museum music name net network news ngo nyc one ong online org paris parts pet pharmacy photo photography photos pictures pizza plus press pro productions properties pub radio realty reisen rent repair report restaurant reviews ruhr saarland sale school schule science services shop shopping show singles site ski social software solar solutions space sport store studio style supply support surf swiss sydney systems taxi team tech technology test tips today tokyo tools top tours town trade training travel tube university vegas versicherung vet video villas vin vip vision vodka voyage wales watch website wedding wien wiki wine work works world wtf xyz yoga zone";

const COUNTRIES =
  "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

/** Endings of countries that files have, too: `readme.md`, `order.do`, `search.pl`. */
const ALSO_OF_FILES = new Set("ai cc do la md ml mm pl pm ps py rs sh so st".split(" "));
/** Endings of files that no domain has. */
const OF_FILES = new Set(
  "asp aspx bin bmp cfm cgi css csv doc docx gif htm html ico jpeg jpg js json jsp jspx mjs mp3 mp4 pdf php php3 php5 phtml png ppt pptx rss shtml svg svgz swf tar txt webp woff woff2 xhtml xls xlsx xml".split(
    " ",
  ),
);

const KNOWN = new Set([...GENERIC.split(" "), ...COUNTRIES.split(" ")]);

/** Returns true if a name ends as domains do; `isWholeName`: nothing follows it, so that it may as well be a file. */
export function endsLikeDomain(name: string, isWholeName: boolean): boolean {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return (KNOWN.has(ending) || ending.startsWith("xn--")) && !(isWholeName && ALSO_OF_FILES.has(ending));
}

/** Returns true if a name ends as only files do. */
export function endsLikeFile(name: string): boolean {
  return OF_FILES.has(name.slice(name.lastIndexOf(".") + 1).toLowerCase());
}
