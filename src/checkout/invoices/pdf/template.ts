import { everyScript } from '../../../documents/index.js';

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
  author: d.seller.name,
  description: d.title,
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)),
)
#set text(lang: "en", font: ("Inter", ..others), fallback: false, fill: ink, size: 9pt, number-width: "tabular", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.6em, justify: false)
#set page(
  width: 210mm, height: 297mm,
  margin: (x: 22mm, top: 20mm, bottom: 24mm),
  footer: context {
    set text(size: 7.4pt, fill: soft)
    grid(columns: (1fr, auto), d.footer,
      [#d.number, page #counter(page).display() of #counter(page).final().first()])
  },
)
#show heading.where(level: 1): set text(font: others, size: 22pt, weight: 600)
#show heading.where(level: 2): set text(size: 9.5pt, weight: 600)
#show heading.where(level: 2): set block(above: 7mm, below: 2.6mm)

#let label(body) = text(size: 7pt, weight: 500, fill: soft, body)
#let party(name, head) = block({
  label(head)
  v(1.2mm, weak: true)
  text(weight: 600, name.name)
  for line in name.lines { linebreak(); line }
})

#grid(
  columns: (1fr, auto), align: (left + bottom, right + bottom),
  heading(level: 1, d.kind),
  text(size: 11pt, weight: 600, d.number),
)
#v(2mm)
#line(length: 100%, stroke: 0.9pt + accent)
#v(5mm)

#grid(columns: (1fr, 1fr, 1fr), column-gutter: 8mm,
  party(d.seller, "From"),
  party(d.customer, "To"),
  block({
    for fact in d.facts {
      label(fact.at(0))
      linebreak()
      fact.at(1)
      v(1.6mm)
    }
  }),
)

#heading(level: 2)[What it is for]
#table(
  columns: (1fr, ..d.columns.slice(1).map(_ => auto)),
  inset: (x, y) => (left: if x == 0 { 0pt } else { 4mm }, right: 0pt, y: 2mm),
  stroke: (x, y) => (bottom: if y == 0 { 0.6pt + soft } else { 0.4pt + hair }),
  align: (x, y) => if x == 0 { left } else { right },
  table.header(..d.columns.map(label)),
  ..d.lines.map(l => (
    {
      text(weight: 500, l.title)
      for reason in l.reasons { linebreak(); text(size: 7.8pt, fill: soft, reason) }
    },
    ..l.cells,
  )).flatten(),
)

#v(3mm)
#align(right, table(
  columns: (auto, 30mm),
  inset: (x: 0pt, y: 1.3mm),
  stroke: (x, y) => if y == d.totals.len() - 1 { (top: 0.6pt + ink) },
  align: (left, right),
  ..d.totals.enumerate().map(((index, t)) => {
    let weight = if index == d.totals.len() - 1 { 600 } else { 400 }
    (text(weight: weight, t.at(0)), text(weight: weight, t.at(1)))
  }).flatten(),
))

#if d.taxes.len() > 0 {
  heading(level: 2)[Tax]
  table(
    columns: (1fr, auto, auto, auto), inset: (x, y) => (left: if x == 0 { 0pt } else { 6mm }, right: 0pt, y: 1.6mm),
    stroke: (x, y) => (bottom: if y == 0 { 0.6pt + soft } else { 0.4pt + hair }),
    align: (x, y) => if x == 0 { left } else { right },
    table.header(label[Tax], label[Rate], label[On], label[Amount]),
    ..d.taxes.flatten(),
  )
}

#heading(level: 2, d.moneyHead)
#for payment in d.payments { block(payment) }

#for note in d.notes { v(2mm); block(text(style: "normal", note)) }
#v(3mm)
#link(d.address, text(size: 7.8pt, fill: accent, d.address))
`;
