import { isAboutProgramming } from "./about-programming.ts";
import { type ContentRule, isQuoted, rangesOf, type Slip } from "./slip.ts";

/** `{{ user.name }}`, `${name}`, `<%= name %>`, `%FIRSTNAME%`, `{% if %}`, and `{name}` after a greeting. */
const VARIABLE =
  /\{\{\{?\s*[\p{L}_$#/@.][^{}]{0,60}?\}?\}\}|\$\{\s*[\p{L}_$][^{}]{0,60}\}|<%[=-]?[^%<>]{1,80}%>|\{%-?[^%{}]{1,80}%\}|(?<![\p{L}\p{N}%])%[A-Z][A-Z_]{2,30}%(?![\p{L}\p{N}%])|\*\|[A-Z_:]{2,30}\|\*|(?<=\b(?:Hello|Hi|Dear|Welcome|Thanks|Thank you),? )\{[\p{L}_]\w{1,30}\}/gu;

/** `{% if %}`: code that says what a template does. */
const STATEMENT = /^\{%/u;

/** `%s`, `%1$s`, `%d` in place of a word or number: "Hello %s", "%d results". Not "5 %", "100%" or "%20". */
const FORMAT = /(?<![\p{L}\p{N}%$]|\d )%(?:\d\$)?[sd](?![\p{L}\p{N}%])/gu;

/** `[Company Name]`, `[insert date here]`: blanks of a form text. */
const BLANK =
  /\[(?:(?:please )?(?:insert|enter|add|fill in) [^[\]\uFFFC]{2,40}|(?:your|company|business|client|customer|product|first|last|full|event|brand|website|organi[sz]ation) ?(?:'s )?(?:name|title|address|e-?mail|phone(?: number)?|company|business|city|logo|website|url|text|content|brand)(?: here)?|placeholder(?: text)?|lorem ipsum)\]/giu;

/**
 * `[contact-form-7 id="123"]`, `[/vc_column_text]`: shortcodes whose plugin is gone. A value ends at the first mark of its
 * kind, so that there is only one way to match a run: with several, each attribute would double the work.
 */
const SHORTCODE =
  /\[[a-z][\w-]{2,30}(?: [\w-]{1,20}=(?:'[^'[\]\uFFFC]{0,80}'|["“”″][^"“”″[\]\uFFFC]{0,80}["“”″])){1,40} ?\/?\]|\[\/?(?:vc|et_pb|fusion|av|ux|rev)_\w{2,30}\]/gu;

/** Pages that offer templates show their blanks on purpose. */
const OFFERS_BLANKS =
  /\b(?:templates?|samples?|example|square brackets|brackets|fill in the|boilerplate|your letter|letter to)\b/iu;

/**
 * Finds template code that was not replaced with its value. Code elements never reach this rule: they are no prose (see
 * `OBJECT_PLACEHOLDER`).
 */
export const findTemplateVariables: ContentRule = ({ kind, text }) => {
  if (!/[{%[*]/u.test(text) || isAboutProgramming(text.replace(VARIABLE, " ").replace(SHORTCODE, " "))) return [];
  const isMeant = kind === "placeholder" || kind === "option";
  const variables = rangesOf(VARIABLE, text).map((range) => slip(range, text, "content/template-variable", 0.92));
  variables.push(...rangesOf(SHORTCODE, text).map((range) => slip(range, text, "content/template-variable", 0.9)));
  const formats = rangesOf(FORMAT, text).map((range) => slip(range, text, "content/template-variable", 0.85));
  const blanks =
    isMeant || OFFERS_BLANKS.test(text) ? [] : rangesOf(BLANK, text).map((range) => slip(range, text, "content/blank", 0.7));
  return [...variables, ...formats, ...blanks].filter(({ range }) => !isQuoted(range, text));
};

function slip(range: Slip["range"], text: string, rule: string, confidence: number): Slip {
  const left = text.slice(range.start, range.end);
  const message =
    rule === "content/blank"
      ? `“${left}” is a blank that was not filled in.`
      : `“${left}” is template code that was not replaced with its value.`;
  // Where statements are left, the whole template was not run: that is one fault, not one for each statement.
  return { rule, confidence, message, range, ...(STATEMENT.test(left) ? { subject: "{% %}" } : {}) };
}
