import { type Element, isTag } from "domhandler";

/** Where a form sends what visitors type. `isPost`: in a way that no one may try out. */
export type FormAction = { href: string; isPost: boolean };

const BUTTONS = new Set(["button", "input"]);

/** True if an element may say where a form sends what it holds: a form, or a button that sends it elsewhere (`formaction`). */
export function maySendForms({ name, attribs }: Element): boolean {
  return name === "form" || (BUTTONS.has(name) && attribs.formaction !== undefined);
}

/**
 * What it says; null where it says nothing, where the form only closes its dialog, and for a button that stands in no form: how that sends,
 * another part of the page says.
 */
export function formAction(element: Element): FormAction | null {
  if (!maySendForms(element)) return null;
  const { action, formaction, formmethod } = element.attribs;
  const isForm = element.name === "form";
  const href = isForm ? action : formaction;
  const form = isForm ? element : formAround(element);
  if (href === undefined || (!form && formmethod === undefined)) return null;
  const how = (formmethod ?? form?.attribs.method)?.trim().toLowerCase();
  return how === "dialog" ? null : { href, isPost: how === "post" };
}

function formAround(element: Element): Element | null {
  let around = element.parent;
  while (around && !(isTag(around) && around.name === "form")) around = around.parent;
  return around && isTag(around) ? around : null;
}
