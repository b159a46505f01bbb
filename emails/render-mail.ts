import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { unstableToPlainText } from "react-email";

/** Document type for which mail programs lay out tables as they always did. */
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/**
 * Renders a mail as HTML and as text. React Email's own `render` waits for components that load data, through streams, and its `toPlainText`
 * compiles its rules for each mail: both cost more than all the rest.
 */
export function renderMail(mail: ReactElement): { html: string; text: string } {
  const html = `${DOCTYPE}${renderToStaticMarkup(mail)}`;
  return { html, text: unstableToPlainText(html) };
}
