/**
 * Style sheet of a printed report. The number of each page is in its margin. Lines under mistakes are straight: a wavy one is drawn as
 * hundreds of curves, which takes 20 times as long.
 */
export const REPORT_STYLE = `
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; color: #5b626c; } }
* { box-sizing: border-box; }
body { margin: 0; font: 10pt/1.45 "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif; color: #1b1f24; overflow-wrap: anywhere; }
header { display: flex; justify-content: space-between; align-items: center; gap: 8mm; border-bottom: 0.3mm solid #e3e0d9; padding-bottom: 4mm; margin-bottom: 8mm; }
header p { margin: 0; }
.sender { display: flex; align-items: center; gap: 3mm; font-weight: 600; }
.sender img { max-height: 14mm; max-width: 60mm; }
.date, .small, .address, dt { color: #5b626c; }
.date { white-space: nowrap; font-size: 9pt; }
h1 { font-size: 22pt; line-height: 1.15; margin: 0 0 1mm; }
h2 { font-size: 13pt; margin: 8mm 0 2mm; break-after: avoid; }
h2 span { color: #5b626c; font-weight: 400; }
h3 { font-size: 10pt; margin: 5mm 0 1mm; break-after: avoid; }
p { margin: 0 0 1.5mm; }
.small { font-size: 8.5pt; margin: 0; }
.figures { display: flex; flex-wrap: wrap; gap: 4mm 12mm; margin: 6mm 0 4mm; }
.figures dd { margin: 0; }
.figures strong { font-size: 14pt; }
ol { list-style: none; margin: 0; padding: 0; }
ol li { break-inside: avoid; border-top: 0.2mm solid #e3e0d9; padding: 2.5mm 0; }
ul.small { margin: 0; padding-left: 5mm; }
.sentence { font: 11pt/1.4 "Noto Serif", "Liberation Serif", "DejaVu Serif", Georgia, serif; margin: 0; }
mark { background: #fcebe9; color: inherit; text-decoration: underline 0.5mm #b3261e; text-underline-offset: 1mm; }
.better { font: 600 10pt "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif; color: #1c6a3d; }
.target { font-size: 9pt; color: #5b626c; }
.rest { margin-top: 6mm; }
`;
