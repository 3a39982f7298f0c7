import { everyScript } from '../../documents/index.js';
import { coverTemplate } from './cover.js';

/** How pieces of text are set; each arrives as data. */
const pieces = String.raw`
#let inl(parts) = parts.map(n => {
  if n.t == "text" { n.s }
  else if n.t == "br" { linebreak() }
  else if n.t == "strong" { strong(inl(n.c)) }
  else if n.t == "em" { emph(inl(n.c)) }
  else if n.t == "s" { strike(inl(n.c)) }
  else if n.t == "a" { link(n.href, inl(n.c)) }
  else { text(font: "Inter", size: 0.9em, inl(n.c)) }
}).join()

#let look = (
  safety: (signal, rgb("#fcf0e8")),
  label: (accent, rgb("#e9f2ef")),
  practice: (rgb("#8a6a00"), rgb("#f8f3e4")),
)
#let callout(kind, body) = {
  let (edge, ground) = look.at(kind, default: (soft, rgb("#f4f0e9")))
  block(width: 100%, breakable: false, fill: ground, stroke: (left: 2.2pt + edge), inset: (x: 11pt, y: 9pt),
    above: 1.35em, below: 1.35em, { set text(size: 9.7pt); show strong: set text(fill: edge.darken(12%)); body })
}

// A short table stays on one page.
#let grid-of(b) = block(above: 1.3em, below: 1.4em, breakable: b.rows.len() > 9, {
  set text(font: "Inter", size: 7.9pt, hyphenate: true)
  set par(justify: false, leading: 0.56em)
  table(
    columns: b.widths.map(w => w * 1fr),
    column-gutter: 5mm,
    inset: (x: 0pt, y: 4.6pt),
    align: left + top,
    stroke: (x, y) => (bottom: if y == 0 { 0.7pt + ink } else { 0.35pt + hair }),
    table.header(..b.head.map(cell => text(weight: 600, inl(cell)))),
    ..b.rows.map(row => row.enumerate().map(((i, cell)) => table.cell(breakable: false, text(weight: if i == 0 { 500 } else { 400 }, inl(cell))))).flatten(),
  )
})

#let drawing(b) = figure(
  image(bytes(b.svg), format: "svg", alt: b.alt, width: 100%, height: calc.min(76mm, 112mm * b.ratio), fit: "contain"),
  caption: if b.caption == "" { none } else { b.caption },
)

#let set-blocks(blocks) = for b in blocks {
  if b.t == "p" { par(inl(b.c)) }
  else if b.t == "h" { heading(level: b.level, inl(b.c)) }
  else if b.t == "ul" { list(..b.items.map(set-blocks)) }
  else if b.t == "ol" { enum(..b.items.map(set-blocks)) }
  else if b.t == "callout" { callout(b.kind, set-blocks(b.blocks)) }
  else if b.t == "figure" { drawing(b) }
  else { grid-of(b) }
}
`;

/** The book in typst, 152 by 229 mm: cover, contents, chapters with their sources. All it says comes as data. */
export const bookTemplate = String.raw`
${coverTemplate}
#let ink = rgb("#1a2224")
#let soft = rgb("#56605f")
#let hair = rgb("#cfc8b8")
#let accent = rgb("#0f6b6b")
#let signal = rgb("#a83a17")
${pieces}
#set document(title: d.title + ": " + d.subtitle, author: d.author, description: d.summary,
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)))
#set text(lang: "en", region: "us", font: ${everyScript}, fallback: false, fill: ink, size: 10.3pt, hyphenate: true)
#set par(justify: true, leading: 0.68em, spacing: 1.12em)
#set list(marker: text(fill: accent, "•"), indent: 1mm, body-indent: 2.6mm, spacing: 0.78em)
#set enum(indent: 1mm, body-indent: 2.6mm, spacing: 0.78em, numbering: n => text(font: "Inter", size: 0.86em, fill: accent, weight: 500, str(n) + "."))
#show list: set par(justify: false)
#show enum: set par(justify: false)
#show link: set text(fill: accent)
#show figure: set block(above: 1.5em, below: 1.5em, breakable: false)
#show figure.caption: it => { set text(font: "Inter", size: 7.9pt, fill: soft); it.body }
#set figure(numbering: none, supplement: none, gap: 3mm)

#set heading(numbering: (..n) => if n.pos().len() == 1 { str(n.pos().first()) })
#show heading: set text(hyphenate: false)
#show heading: set par(justify: false)
#show heading.where(level: 1): it => {
  pagebreak(weak: true)
  v(20mm)
  if it.numbering != none {
    text(font: "Inter", size: 8.4pt, weight: 500, fill: accent, tracking: 0.1em, upper("Chapter " + str(counter(heading).get().first())))
    v(1.5mm)
  }
  block(below: 6mm, text(size: 27pt, weight: 400, tracking: -0.015em, it.body))
}
#show heading.where(level: 2): it => block(above: 1.9em, below: 0.8em, sticky: true, text(size: 13.6pt, weight: 600, it.body))
#show heading.where(level: 3): it => block(above: 1.5em, below: 0.7em, sticky: true, text(size: 11pt, weight: 600, it.body))

#set page(width: 152mm, height: 229mm, margin: 0mm, fill: rgb("#0c4f50"))
#cover

#set page(fill: none, margin: (x: 20mm, top: 21mm, bottom: 23mm), numbering: "1",
  header: context {
    let page = here().page()
    let begun = query(heading.where(level: 1)).filter(h => h.location().page() <= page)
    if begun.len() > 0 and begun.last().location().page() < page {
      set text(font: "Inter", size: 7.4pt, fill: soft)
      align(if calc.odd(page) { right } else { left }, begun.last().body)
    }
  },
  footer: context {
    set text(font: "Inter", size: 7.6pt, fill: soft)
    grid(columns: (1fr, auto), d.title, counter(page).display())
  })
#pagebreak(weak: true)

#heading(level: 1, numbering: none, outlined: false)[Contents]
#{
  set par(justify: false)
  show outline.entry: it => block(above: 4.2mm, link(it.element.location(), {
    set text(fill: ink, size: 11pt)
    grid(columns: (9mm, 1fr, auto), column-gutter: 0mm,
      text(font: "Inter", size: 8.4pt, fill: accent, weight: 500, if it.element.numbering != none { str(counter(heading).at(it.element.location()).first()) }),
      it.body(), text(font: "Inter", size: 8.4pt, fill: soft, it.page()))
  }))
  outline(title: none, depth: 1)
}

#heading(level: 1, numbering: none)[Before you begin]
#set-blocks(d.intro)

#for chapter in d.chapters {
  heading(level: 1, chapter.title)
  block(below: 7mm, { set par(justify: false); text(size: 12pt, style: "italic", fill: soft, chapter.summary) })
  set-blocks(chapter.blocks)
  block(above: 2em, breakable: false, {
    heading(level: 2, outlined: false)[Sources]
    set text(size: 8.6pt)
    set par(justify: false, leading: 0.56em)
    enum(..chapter.sources.map(s => if s.url == "" { s.text } else { link(s.url, s.text) }))
    block(above: 1.2em, text(font: "Inter", size: 7.6pt, fill: soft, "Clinically reviewed on " + chapter.reviewed + ". Check the current label before you treat."))
  })
}

#heading(level: 1, numbering: none)[About this book]
#par(d.title + ", edition " + d.edition + ", was published by " + d.kicker + " on " + d.published + " and reviewed as a whole on " + d.reviewed + ". It is for licensed medical professionals, gives no advice to patients, and may be passed on whole and unchanged.")
#par("A newer edition may correct this one. The current one can be had where you got this copy.")
#for notice in d.trademarks { par(notice) }
`;
