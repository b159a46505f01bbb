import type { ReactNode } from "react";
import { Button, Heading, Text } from "react-email";
import { style } from "./mail-style.ts";

type WithChildren = { children: ReactNode };

/** The heading of a mail. */
export function MailHeading({ children }: WithChildren) {
  return (
    <Heading as="h1" style={style.heading} className="m-strong">
      {children}
    </Heading>
  );
}

/** The heading of a group of Issues. */
export function MailSubheading({ children }: WithChildren) {
  return (
    <Heading as="h2" style={style.subheading} className="m-strong">
      {children}
    </Heading>
  );
}

/** A paragraph of a mail. */
export function MailParagraph({ children }: WithChildren) {
  return (
    <Text style={style.text} className="m-text">
      {children}
    </Text>
  );
}

/** The main button of a mail. */
export function MailButton({ href, children }: WithChildren & { href: string }) {
  return (
    <Button href={href} style={style.button} className="m-button">
      {children}
    </Button>
  );
}
