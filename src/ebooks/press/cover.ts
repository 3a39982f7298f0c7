import { everyScript, setSvg } from '../../documents/index.js';
import type { Book } from '../content/book.queries.js';

/** The cover in typst: rings on water around the name of the book. `d` is the data of the sheet. */
export const coverTemplate = String.raw`
#let d = json(bytes(sys.inputs.data))
#let cover = {
  let pale = rgb("#f4efe4")
  set text(font: ${everyScript}, fallback: false, lang: "en", fill: pale, hyphenate: false)
  set par(justify: false, leading: 0.5em)
  place(top + left, pdf.artifact(box(width: 152mm, height: 229mm, clip: true, {
    for n in range(1, 19) {
      let r = 6mm + n * n * 0.62mm
      place(top + left, dx: 108mm - r, dy: 158mm - r, circle(radius: r, stroke: (0.35pt + n * 0.03pt) + rgb("#5fa8a2").transparentize(100% - 100% / (1 + n * 0.16))))
    }
    place(top + left, dx: 106.6mm, dy: 156.6mm, circle(radius: 1.4mm, fill: rgb("#e8a283")))
  })))
  place(top + left, dx: 20mm, dy: 24mm, text(font: "Inter", size: 9pt, weight: 500, tracking: 0.12em, upper(d.kicker)))
  place(top + left, dx: 20mm, dy: 44mm, block(width: 112mm, {
    set par(leading: 0.32em)
    text(size: 54pt, weight: 400, tracking: -0.02em, d.title)
    v(7mm)
    text(size: 17pt, style: "italic", d.subtitle)
  }))
  place(bottom + left, dx: 20mm, dy: -22mm, text(font: "Inter", size: 9pt, weight: 500, d.author + "  ·  Edition " + d.edition))
}
`;

const alone = String.raw`
#set document(title: d.title)
#set page(width: 152mm, height: 229mm, margin: 0mm, fill: rgb("#0c4f50"))
#cover
`;

/** What a cover says. */
export const coverData = ({ title, subtitle, author, number }: Book) => ({
  ...{ kicker: 'Glabella', title, subtitle, author },
  edition: String(number),
});

/** The cover as a drawing of 152 by 229 mm. */
export const coverSvg = (book: Book): string => setSvg(coverTemplate + alone, coverData(book));
