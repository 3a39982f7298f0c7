import { everyScript } from '../../documents/index.js';

/**
 * The page in typst. Everything it says arrives as data in `sys.inputs.data`; nothing a person typed is ever markup.
 * A4 landscape: what was achieved on the left, how to check it on the right.
 */
export const template = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb(d.colours.ink)
#let soft = rgb(d.colours.soft)
#let hair = rgb(d.colours.line)
#let accent = rgb(d.colours.accent)
#let serif = ${everyScript}
#let sans = ("Inter",)

#set document(
  title: d.title,
  author: d.issuer,
  description: d.description,
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)),
)
#set text(lang: "en", font: serif, fallback: false, fill: ink, size: 12pt, number-type: "lining", hyphenate: false)
#set par(leading: 0.55em, spacing: 0pt, justify: false)

#if d.credential != none {
  pdf.attach(
    d.number + ".json",
    bytes(d.credential),
    relationship: "alternative",
    mime-type: "application/vc",
    description: "The same certificate as a signed Open Badges 3.0 credential",
  )
}

#let label(body) = text(font: sans, size: 6.8pt, weight: 500, fill: soft, tracking: 0.09em, upper(body))
#let small(body, ..options) = text(font: sans, size: 8.4pt, ..options, body)

// The largest size at which the name stays on one line; a name too long for that is set on several.
#let name-line(width) = context {
  let set-in(size) = text(size: size, weight: 400, tracking: -0.01em, d.name)
  let size = 46pt
  while size > 19pt and measure(set-in(size)).width > width { size -= 0.5pt }
  if measure(set-in(size)).width > width {
    size = 26pt
    while size > 7pt and measure(block(width: width, set-in(size))).height > 19mm { size -= 0.5pt }
  }
  block(width: width, set-in(size))
}

// Words around the rim of the seal: ornament, so readers of the text do not meet single letters.
#let seal(size) = pdf.artifact(box(width: size, height: size, {
  place(image(bytes(d.seal), format: "svg", width: size, height: size))
  place(center + horizon, dy: -0.01 * size, text(size: size * 0.36, weight: 600, fill: rgb(d.colours.paper), d.initial))
  let letters = d.rim.clusters()
  for (index, letter) in letters.enumerate() {
    let angle = 360deg * index / letters.len()
    let radius = size * 0.3725
    place(center + horizon,
      dx: radius * calc.sin(angle), dy: -radius * calc.cos(angle),
      rotate(angle, text(font: sans, size: size * 0.047, weight: 600, fill: accent, letter)))
  }
}))

#let proof = {
  set text(font: sans, size: if d.rows.len() > 5 { 7.6pt } else { 8.4pt })
  let y = if d.rows.len() > 5 { 1.5mm } else { 2mm }
  table(
    columns: (1fr, ..d.columns.slice(1).map(_ => auto)),
    column-gutter: 7mm,
    inset: (x: 0pt, y: y),
    stroke: (x, y) => (bottom: if y == 0 { 0.5pt + soft } else { 0.4pt + hair }),
    align: (x, y) => if x == 0 { left } else { right },
    table.header(..d.columns.map(label)),
    ..d.rows.flatten(),
  )
}

#set page(
  width: 297mm, height: 210mm,
  margin: (x: 20mm, top: 17mm, bottom: 16mm),
  fill: rgb(d.colours.paper),
  background: pdf.artifact({
    place(center + horizon, rect(width: 281mm, height: 194mm, stroke: 0.9pt + accent))
    place(center + horizon, rect(width: 278mm, height: 191mm, stroke: 0.35pt + accent))
  }),
)

#grid(
  columns: (1fr, auto),
  align: (left + horizon, right + horizon),
  text(size: 19pt, weight: 600, tracking: -0.01em, d.issuer),
  label(d.kind),
)
#v(3.2mm)
#line(length: 100%, stroke: 0.9pt + ink)
#v(0.9mm)
#line(length: 100%, stroke: 0.35pt + ink)

#let main-width = 172mm
#block(height: 1fr, width: 100%, grid(
  columns: (main-width, 1fr, 60mm),
  rows: (100%),
  {
    v(1fr)
    text(size: 14pt, style: "italic", fill: soft)[This is to record that]
    v(8mm)
    name-line(main-width)
    v(8.5mm)
    block(width: main-width, text(size: 14pt, d.statement))
    v(9mm)
    block(width: main-width, heading(level: 1, text(size: 28pt, weight: 600, fill: accent, tracking: -0.008em, d.award)))
    v(11mm)
    proof
    if d.competence != none { v(3.5mm); small(fill: soft, d.competence) }
    if d.note != none { v(3.5mm); small(fill: soft, d.note) }
    v(1fr)
  },
  grid.cell(align: center, inset: (y: 8mm), std.line(angle: 90deg, length: 100%, stroke: 0.4pt + hair)),
  grid.cell(align: center, {
    v(1fr)
    seal(50mm)
    v(1fr)
    grid(columns: (auto, auto), column-gutter: 6mm, row-gutter: 2.2mm, align: (left, left),
      label[Issued], label(d.second.at(0)),
      small(weight: 500, d.issued), small(weight: 500, d.second.at(1)),
    )
    v(5mm)
    label[Certificate number]
    v(2mm)
    text(font: sans, size: 9.6pt, weight: 600, tracking: 0.03em, number-width: "tabular", d.number)
    v(6mm)
    box(image(bytes(d.qr), format: "svg", width: 31mm, alt: "QR code of the verification address"))
    v(3.5mm)
    link(d.address, text(font: sans, size: 7.4pt, fill: accent, {
      d.place
      linebreak()
      box(d.number)
    }))
    v(1fr)
  }),
))

#line(length: 100%, stroke: 0.35pt + hair)
#v(2.6mm)
#text(font: sans, size: 7pt, fill: soft, d.footer)
`;
