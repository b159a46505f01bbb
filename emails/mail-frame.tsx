import type { ReactNode } from "react";
import { Body, Container, Head, Html, Link, Preview, Section, Text } from "react-email";
import { darkStyle, style } from "./mail-style.ts";

/** The reason why the reader gets this mail, and the links to stop it. */
export type MailFooter = { reason: string; unsubscribeUrl: string | null; settingsUrl: string | null };

type MailFrameProps = { preview: string; homeUrl: string; footer: MailFooter; children: ReactNode };

/** The parts that all mails share: page, card, both colour schemes and footer. */
export function MailFrame({ preview, homeUrl, footer, children }: MailFrameProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyle}</style>
      </Head>
      <Body style={style.body} className="m-body">
        <Preview>{preview}</Preview>
        <Container style={style.container}>
          <Text style={style.brand}>
            <Link href={homeUrl} style={{ color: "inherit", textDecoration: "none" }} className="m-strong">
              Flawless
            </Link>
          </Text>
          <Section style={style.card} className="m-card">
            {children}
          </Section>
          <Text style={style.footer} className="m-soft">
            {footer.reason}{" "}
            {footer.settingsUrl && (
              <Link href={footer.settingsUrl} style={style.link} className="m-link">
                Settings
              </Link>
            )}
            {footer.settingsUrl && footer.unsubscribeUrl && " · "}
            {footer.unsubscribeUrl && (
              <Link href={footer.unsubscribeUrl} style={style.link} className="m-link">
                Unsubscribe
              </Link>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
