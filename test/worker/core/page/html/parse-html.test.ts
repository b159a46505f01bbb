import { isTag } from "domhandler";
import { describe, expect, it } from "vitest";
import { allElements } from "#worker/core/page/html/composed-tree.ts";
import { parseHtml } from "#worker/core/page/html/parse-html.ts";

const elementOf = (html: string, name: string) => {
  const found = allElements(parseHtml(html).document).find((element) => isTag(element) && element.name === name);
  if (!found) throw new Error(`No <${name}> in ${html}`);
  return found;
};

describe("the attributes of a parsed element", () => {
  it("inherit nothing", () => {
    const { attribs } = elementOf("<p id=a>x</p>", "p");
    for (const name of ["constructor", "toString", "hasOwnProperty", "__proto__"]) {
      expect(attribs[name]).toBeUndefined();
      expect(name in attribs).toBe(false);
    }
  });

  it.each(["constructor", "__proto__", "tostring", "1", "a:b"])("may be called %s", (name) => {
    const { attribs } = elementOf(`<p ${name}="bread" id="b">x</p>`, "p");
    expect(Object.entries(attribs)).toEqual(expect.arrayContaining([[name, "bread"]]));
    expect(attribs.id).toBe("b");
    expect(elementOf("<p>x</p>", "p").attribs[name]).toBeUndefined();
  });

  it("are those of the first <html> and <body>, with what only a second one has", () => {
    const html = '<html lang="en"><body class="a"><p>x<html lang="de" dir="rtl"><body class="b" id="c">';
    expect({ ...elementOf(html, "html").attribs }).toEqual({ lang: "en", dir: "rtl" });
    expect({ ...elementOf(html, "body").attribs }).toEqual({ class: "a", id: "c" });
  });

  it("keep the namespaces of SVG", () => {
    const link = elementOf('<svg><a xlink:href="/bread" id="a">x</a></svg>', "a");
    expect({ ...link.attribs }).toEqual({ href: "/bread", id: "a" });
    expect(link.namespace).toBe("http://www.w3.org/2000/svg");
    expect(link["x-attribsPrefix"]?.href).toBe("xlink");
  });

  it("are repeated where formatting goes on in the next paragraph", () => {
    const bold = allElements(parseHtml('<p><b title="bread">x<p>y').document).filter(({ name }) => name === "b");
    expect(bold.map(({ attribs }) => attribs.title)).toEqual(["bread", "bread"]);
  });
});
