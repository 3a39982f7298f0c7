import { everyScript } from '../../documents/index.js';

/** The badge in typst: a square with the seal, what was achieved and by whom. Data as in the printed certificate. */
export const badgeTemplate = String.raw`
#let d = json(bytes(sys.inputs.data))
#let accent = rgb(d.colours.accent)
#let serif = ${everyScript}
#let sans = ("Inter",)
#set text(lang: "en", font: serif, fallback: false, fill: rgb(d.colours.ink), number-type: "lining", hyphenate: false)
#set par(leading: 0.5em, spacing: 0pt)
#set page(
  width: 128mm, height: 128mm, margin: 10mm, fill: none,
  background: {
    place(center + horizon, rect(width: 126mm, height: 126mm, radius: 9mm, fill: rgb(d.colours.paper), stroke: 1pt + accent))
    place(center + horizon, rect(width: 122mm, height: 122mm, radius: 7mm, stroke: 0.4pt + accent))
  },
)
#let label(body) = text(font: sans, size: 7.4pt, weight: 500, fill: rgb(d.colours.soft), tracking: 0.09em, upper(body))

// The largest size at which the words fit the height; the smallest is kept in any case.
#let fitted(words, from, least, height, ..options) = context {
  let set-in(size) = block(width: 104mm, text(size: size, ..options, words))
  let size = from
  while size > least and measure(set-in(size)).height > height { size -= 0.5pt }
  set-in(size)
}

#let seal(size) = box(width: size, height: size, {
  place(image(bytes(d.seal), format: "svg", width: size, height: size))
  place(center + horizon, dy: -0.01 * size, text(size: size * 0.36, weight: 600, fill: rgb(d.colours.paper), d.initial))
  let letters = d.rim.clusters()
  for (index, letter) in letters.enumerate() {
    let angle = 360deg * index / letters.len()
    place(center + horizon,
      dx: size * 0.3725 * calc.sin(angle), dy: -size * 0.3725 * calc.cos(angle),
      rotate(angle, text(font: sans, size: size * 0.047, weight: 600, fill: accent, letter)))
  }
})

#align(center, block(height: 100%, {
  seal(47mm)
  v(1fr)
  label(d.kind)
  v(2.4mm)
  fitted(d.award, 21pt, 9pt, 16mm, weight: 600, fill: accent)
  v(3mm)
  fitted(d.name, 15pt, 6pt, 11mm)
  v(1fr)
  line(length: 60%, stroke: 0.4pt + rgb(d.colours.line))
  v(2.6mm)
  text(font: sans, size: 7.6pt, [#d.issuer · #d.issued#if d.until != none [ – #d.until]])
  v(1.8mm)
  text(font: sans, size: 7.6pt, weight: 600, tracking: 0.03em, number-width: "tabular", d.number)
}))
`;
