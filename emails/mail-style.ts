import type { CSSProperties } from "react";

const fontFamily = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Inline styles for the light scheme, which every mail program supports. The colours are those of app/globals.css. */
export const style = {
  body: { margin: 0, padding: 0, backgroundColor: "#f8f7f4", fontFamily },
  container: { maxWidth: "560px", margin: "0 auto", padding: "24px 12px 32px" },
  brand: { fontSize: "15px", fontWeight: 700, color: "#1b1f24", margin: "0 0 12px 4px", letterSpacing: "-0.01em" },
  card: { backgroundColor: "#ffffff", borderRadius: "10px", border: "1px solid #e3e0d9", padding: "24px" },
  heading: {
    fontSize: "22px",
    lineHeight: "28px",
    fontWeight: 700,
    color: "#1b1f24",
    margin: "0 0 8px",
    letterSpacing: "-0.015em",
  },
  subheading: { fontSize: "14px", lineHeight: "20px", fontWeight: 700, color: "#1b1f24", margin: "28px 0 8px" },
  text: { fontSize: "15px", lineHeight: "23px", color: "#3d444c", margin: "0 0 12px" },
  button: {
    display: "inline-block",
    backgroundColor: "#0b5f59",
    color: "#ffffff",
    fontSize: "15px",
    fontWeight: 600,
    lineHeight: "20px",
    padding: "12px 20px",
    borderRadius: "8px",
    textDecoration: "none",
    margin: "12px 0 4px",
  },
  item: { borderTop: "1px solid #e3e0d9", padding: "14px 0" },
  kind: { fontSize: "13px", lineHeight: "18px", color: "#5b626c", margin: "0 0 4px" },
  excerpt: { fontSize: "15px", lineHeight: "23px", color: "#1b1f24", margin: "0 0 4px", overflowWrap: "anywhere" },
  wrong: { backgroundColor: "#fcebe9", color: "#b3261e", padding: "0 2px", borderRadius: "3px", textDecoration: "none" },
  right: { color: "#1c6a3d", fontWeight: 600 },
  where: { fontSize: "13px", lineHeight: "19px", color: "#5b626c", margin: 0, overflowWrap: "anywhere" },
  link: { color: "#0b5f59", textDecoration: "underline" },
  footer: { fontSize: "12px", lineHeight: "18px", color: "#5b626c", margin: "16px 4px 0" },
} satisfies Record<string, CSSProperties>;

/** Class styles for the dark scheme. `!important` is needed to override inline styles. */
export const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .m-body, .m-body > table > tbody > tr > td { background-color: #121417 !important; }
  .m-card { background-color: #1a1d21 !important; border-color: #2d3238 !important; }
  .m-strong { color: #eceef0 !important; }
  .m-text { color: #c6cbd1 !important; }
  .m-soft { color: #a6adb7 !important; }
  .m-item { border-color: #2d3238 !important; }
  .m-wrong { background-color: #3a1c1a !important; color: #ff948a !important; }
  .m-right { color: #76d39b !important; }
  .m-link { color: #63cdc1 !important; }
  .m-button { background-color: #63cdc1 !important; color: #06201d !important; }
}
@media (max-width: 480px) { .m-card > tbody > tr > td { padding: 18px !important; } .m-button { display: block !important; text-align: center !important; } }
`;
