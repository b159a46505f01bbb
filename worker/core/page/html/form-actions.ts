import { type Element, isTag } from "domhandler";

/** Target of a form. `isPost`: the form uses POST, so we must not request it. */
export type FormAction = { href: string; isPost: boolean };

const BUTTONS = new Set(["button", "input"]);

/** True if an element may set a form's target: a form, or a button with `formaction`. */
export function maySendForms({ name, attribs }: Element): boolean {
  return name === "form" || (BUTTONS.has(name) && attribs.formaction !== undefined);
}

/**
 * Returns the target that an element sets. Returns null if it sets none, if the form only closes a dialog, and for a button
 * outside forms: the method is then set in another part of the page.
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
