import { everyScript } from '../../documents/index.js';

/** The sheet in typst: A4 upright. Everything it says arrives as data; nothing a person typed is ever markup. */
export const template = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1d2a2c")
#let soft = rgb("#5d6b6c")
#let hair = rgb("#cfc8b8")
#let accent = rgb("#0f6b6b")
#let others = ${everyScript}

#set document(
  title: d.title,
  author: "Glabella",
  description: d.title,
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)),
)
#set text(lang: "en", font: ("Inter", ..others), fallback: false, fill: ink, size: 9pt, number-width: "tabular", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.6em, justify: false)
#set page(
  width: 210mm, height: 297mm,
  margin: (x: 22mm, top: 20mm, bottom: 24mm),
  footer: context align(right, text(size: 7.4pt, fill: soft)[page #counter(page).display() of #counter(page).final().first()]),
)
#show heading.where(level: 1): set text(font: others, size: 20pt, weight: 600)
#show heading.where(level: 2): set text(size: 10pt, weight: 600)
#show heading.where(level: 2): set block(above: 7mm, below: 2.6mm)
#let label(body) = text(size: 7pt, weight: 500, fill: soft, body)

#heading(level: 1, d.title)
#v(2mm)
#line(length: 100%, stroke: 0.9pt + accent)
#v(3mm)
#d.lead

#for part in d.tables {
  heading(level: 2, part.title)
  if part.rows.len() == 0 { part.none } else {
    table(
      columns: (1fr, ..part.columns.slice(1).map(_ => auto)),
      inset: (x, y) => (left: if x == 0 { 0pt } else { 4mm }, right: 0pt, y: 1.8mm),
      stroke: (x, y) => (bottom: if y == 0 { 0.6pt + soft } else { 0.4pt + hair }),
      align: (x, y) => if x == 0 { left } else { right },
      table.header(..part.columns.map(label)),
      ..part.rows.flatten(),
    )
  }
}

#heading(level: 2)[What is true now]
#for address in d.addresses { block(link(address, text(size: 7.8pt, fill: accent, address))) }
#for note in d.notes { v(2mm); block(note) }
`;
