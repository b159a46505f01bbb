import type { CSSProperties } from "react";

const fontFamily = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Inline styles: the light scheme, which every mail program shows. */
export const style = {
  body: { margin: 0, padding: 0, backgroundColor: "#f4f5f3", fontFamily },
  container: { maxWidth: "560px", margin: "0 auto", padding: "24px 12px 32px" },
  brand: { fontSize: "15px", fontWeight: 700, color: "#1d2b24", margin: "0 0 12px 4px", letterSpacing: "-0.01em" },
  card: { backgroundColor: "#ffffff", borderRadius: "10px", border: "1px solid #dfe3df", padding: "24px" },
  heading: {
    fontSize: "22px",
    lineHeight: "28px",
    fontWeight: 700,
    color: "#1d2b24",
    margin: "0 0 8px",
    letterSpacing: "-0.015em",
  },
  subheading: { fontSize: "14px", lineHeight: "20px", fontWeight: 700, color: "#1d2b24", margin: "28px 0 8px" },
  text: { fontSize: "15px", lineHeight: "23px", color: "#3c4a43", margin: "0 0 12px" },
  button: {
    display: "inline-block",
    backgroundColor: "#0f6b47",
    color: "#ffffff",
    fontSize: "15px",
    fontWeight: 600,
    lineHeight: "20px",
    padding: "12px 20px",
    borderRadius: "8px",
    textDecoration: "none",
    margin: "12px 0 4px",
  },
  item: { borderTop: "1px solid #dfe3df", padding: "14px 0" },
  kind: { fontSize: "13px", lineHeight: "18px", color: "#5b6a62", margin: "0 0 4px" },
  excerpt: { fontSize: "15px", lineHeight: "23px", color: "#1d2b24", margin: "0 0 4px", overflowWrap: "anywhere" },
  wrong: { backgroundColor: "#fde3df", color: "#8c1d12", padding: "0 2px", borderRadius: "3px", textDecoration: "none" },
  right: { color: "#0f6b47", fontWeight: 600 },
  where: { fontSize: "13px", lineHeight: "19px", color: "#5b6a62", margin: 0, overflowWrap: "anywhere" },
  link: { color: "#0f6b47", textDecoration: "underline" },
  footer: { fontSize: "12px", lineHeight: "18px", color: "#5b6a62", margin: "16px 4px 0" },
} satisfies Record<string, CSSProperties>;

/** The dark scheme, by class: `!important` because inline styles win otherwise. */
export const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .m-body, .m-body > table > tbody > tr > td { background-color: #111613 !important; }
  .m-card { background-color: #1a211d !important; border-color: #2e3832 !important; }
  .m-strong { color: #eef3f0 !important; }
  .m-text { color: #c6d0ca !important; }
  .m-soft { color: #9fada5 !important; }
  .m-item { border-color: #2e3832 !important; }
  .m-wrong { background-color: #57201a !important; color: #ffc9c1 !important; }
  .m-right, .m-link { color: #6fd3a6 !important; }
  .m-button { background-color: #6fd3a6 !important; color: #0b1a13 !important; }
}
@media (max-width: 480px) { .m-card > tbody > tr > td { padding: 18px !important; } .m-button { display: block !important; text-align: center !important; } }
`;
