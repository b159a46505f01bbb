import { type Element, isTag } from "domhandler";

/** Where a form sends what visitors type. `isPost`: in a way that nobody may try out. */
export type FormAction = { href: string; isPost: boolean };

const BUTTONS = new Set(["button", "input"]);

/** Whether an element may say where a form sends what it holds: a form, or a button that sends it elsewhere (`formaction`). */
export function maySendForms({ name, attribs }: Element): boolean {
  return name === "form" || (BUTTONS.has(name) && attribs.formaction !== undefined);
}

/** What it says; null where it says nothing, or where the form only closes its dialog. */
export function formAction(element: Element): FormAction | null {
  if (!maySendForms(element)) return null;
  const { action, formaction, method, formmethod } = element.attribs;
  const isForm = element.name === "form";
  const href = isForm ? action : formaction;
  const how = (isForm ? method : (formmethod ?? formAround(element)?.attribs.method))?.trim().toLowerCase();
  return href === undefined || how === "dialog" ? null : { href, isPost: how === "post" };
}

function formAround(element: Element): Element | null {
  let around = element.parent;
  while (around && !(isTag(around) && around.name === "form")) around = around.parent;
  return around && isTag(around) ? around : null;
}
