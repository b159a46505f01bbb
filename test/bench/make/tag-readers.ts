/** Turns a tag of a language's dictionary into the codes of word-readings (see the README.md there). */
type ReadTag = (tag: string) => string[];

const pairs = (genders: string, numbers: string) =>
  [...genders].flatMap((gender) => [...numbers].map((number) => gender + number));
const coded = (letter: string, forms: readonly string[]) => forms.map((form) => letter + form);

/** "N m s", "J e sp", "V avoir ind pres 3 s", "V ppa f p"; a letter for how frequent a word is may follow. */
function readFrench(tag: string): string[] {
  const cells = tag.replace(/[A-Z]$/u, "").split(" ");
  const [kind] = cells;
  const number = cells.at(-1) ?? "";
  const agreed = () => pairs(cells.at(-2) === "e" ? "mf" : (cells.at(-2) ?? ""), number);
  if (kind === "N") return coded("N", agreed());
  if (kind === "J") return coded("A", agreed());
  if (kind !== "V") return [kind === "A" ? "R" : kind === "Z" ? "" : "O"].filter((code) => code !== "");
  if (cells.includes("ppa")) return coded("P", agreed());
  if (cells.includes("inf")) return ["Vi"];
  if (cells.includes("ppr")) return ["Vg"];
  const form = `V${cells.at(-2)}${number}`;
  return cells.includes("imp") ? ["Vm"] : [form];
}

/** Parole tags of FreeLing: "NCMS000", "AQ0FP0", "VMIP3S0", "VMP00SM". */
function readParole(tag: string): string[] {
  const genders = (letter = "") => (letter === "M" ? "m" : letter === "F" ? "f" : "mf");
  const numbers = (letter = "") => (letter === "S" ? "s" : letter === "P" ? "p" : "sp");
  if (tag.startsWith("NP")) return [];
  if (tag.includes(":")) return ["Vc"];
  if (tag.startsWith("NC")) return coded("N", pairs(genders(tag[2]), numbers(tag[3])));
  if (/^A[QO]/u.test(tag)) return coded("A", pairs(genders(tag[3]), numbers(tag[4])));
  if (tag.startsWith("RG")) return ["R"];
  if (!tag.startsWith("V")) return ["O"];
  const mood = tag[2];
  if (mood === "N") return ["Vi", ...(/[123]/u.test(tag[4] ?? "") ? [`V${tag[4]}${numbers(tag[5])}`] : [])];
  if (mood === "G") return ["Vg"];
  if (mood === "P") return coded("P", pairs(genders(tag[6]), numbers(tag[5])));
  return mood === "M" ? ["Vm"] : [`V${tag[4]}${numbers(tag[5])}`];
}

/** Morph-it: "NOUN-M:s", "ADJ:pos+f+p", "VER:ind+pres+3+s", "VER:part+past+s+m". */
function readItalian(tag: string): string[] {
  const [kind = "", rest = ""] = tag.split(":");
  if (kind.startsWith("NOUN")) return [`N${kind.endsWith("M") ? "m" : "f"}${rest}`];
  if (kind === "NPR") return [];
  const cells = rest.split("+");
  if (kind === "ADJ") return [`A${cells[1]}${cells[2]}`];
  if (kind === "ADV") return ["R"];
  if (!/^(?:VER|AUX|MOD|ASP|CAU)/u.test(kind)) return ["O"];
  if (rest.startsWith("inf")) return ["Vi"];
  if (rest.startsWith("ger")) return ["Vg"];
  if (rest.startsWith("part+past")) return [`P${cells[3]}${cells[2]}`];
  if (rest.startsWith("part")) return [`A${cells[3]}${cells[2]}`];
  return rest.startsWith("impr") ? ["Vm"] : [`V${cells[2]}${cells[3]}`];
}

/** "ZNW:EKV:DE_", "BNW:STL:VRB", "WKW:TGW:3EP". */
function readDutch(tag: string): string[] {
  const [kind, ...cells] = tag.split(":");
  if (kind === "ENM") return [];
  if (kind === "ZNW") {
    if (cells.includes("MRV")) return ["Np"];
    if (cells.includes("EKV")) return cells.includes("HET") ? ["Nn"] : cells.includes("DE_") ? ["Nd"] : ["Nd", "Nn"];
    return [];
  }
  if (kind === "BNW") return [cells.includes("VRB") ? "Ae" : cells.includes("MRV") ? "Np" : cells[0] === "VGR" ? "Ac" : "A"];
  if (kind === "BYW") return ["R"];
  if (kind !== "WKW") return ["O"];
  if (cells.includes("LOS")) return ["Vl"];
  if (cells[0] === "VTD" || cells[0] === "ODW") {
    if (cells.includes("ZNW")) return [cells.includes("MRV") ? "Np" : "Nd"];
    return [cells.includes("VRB") ? "Ae" : cells[0] === "VTD" ? "P" : "A"];
  }
  if (cells[0] === "INF") return ["Nn"];
  if (cells[0] === "AWS") return ["Vw"];
  const past = cells[0] === "VLT";
  if (cells[1] === "INF") return [past ? "Vtp" : "Vi"];
  return [past ? "Vt" : cells[1] === "1EP" ? "V1" : "V3"];
}

const CASES: Readonly<Record<string, string>> = { NOM: "n", AKK: "a", DAT: "d", GEN: "g" };
const GENDERS: Readonly<Record<string, string>> = { MAS: "m", FEM: "f", NEU: "n", NOG: "mfn" };

/** "SUB:NOM:SIN:NEU", "VER:3:SIN:PRÄ:SFT", "PA2:PRD:GRU:VER". */
function readGerman(tag: string): string[] {
  const [kind = "", ...cells] = tag.split(":");
  if (kind === "SUB") {
    const number = cells[1] === "PLU" ? "p" : "s";
    return [...(GENDERS[cells[2] ?? ""] ?? "")].map((gender) => `N${gender}${number}${CASES[cells[0] ?? ""] ?? ""}`);
  }
  if (kind === "EIG") return ["E"];
  if (kind === "ADV") return ["R"];
  if (kind === "ADJ" || kind === "PA1" || kind === "PA2") return [cells.includes("PRD") ? "Au" : "A"];
  if (kind !== "VER") return ["O"];
  if (cells.includes("INF") || cells.includes("EIZ")) return [cells.includes("EIZ") ? "Vz" : "Vi"];
  if (cells.includes("PA2")) return ["P"];
  if (cells.includes("IMP")) return ["Vm"];
  const person = cells.find((cell) => /^[123]$/u.test(cell));
  return person ? [`V${person}${cells.includes("PLU") ? "p" : "s"}`] : [];
}

export const READERS: Readonly<Record<string, ReadTag>> = {
  de: readGerman,
  fr: readFrench,
  es: readParole,
  it: readItalian,
  nl: readDutch,
  pt: readParole,
};
