import { type PDF, PdfArray, PdfBool, PdfRef, PdfStream } from '@libpdf/core';

const identifier = ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" ';
// PDF/A wants every schema of metadata described that is not its own.
const description = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

/**
 * Says in a PDF/A-3a of typst that it is PDF/UA-1 as well, which typst cannot: it takes one standard per export. Whether it
 * keeps to it is the template's matter, and is tested by setting it as PDF/UA-1. @throws Error without metadata to say it in
 */
export function declareAccessible(pdf: PDF): void {
  const catalog = pdf.getCatalog();
  const resolve = pdf.getObject.bind(pdf);
  catalog.getDict('ViewerPreferences', resolve)?.set('DisplayDocTitle', PdfBool.TRUE);
  const place = catalog.get('Metadata');
  const metadata = place instanceof PdfRef ? pdf.getObject(place) : undefined;
  if (!(metadata instanceof PdfStream)) throw new Error('The PDF has no metadata.');
  metadata.setData(Buffer.from(accessible(Buffer.from(metadata.getDecodedData()).toString('utf8'))));
  // No filter, said as one: metadata stay readable for programs that know nothing of PDF.
  metadata.set('Filter', new PdfArray());
}

function accessible(xmp: string): string {
  const said = xmp
    .replace(' xmlns:pdfaid=', `${identifier}xmlns:pdfaid=`)
    .replace('<pdfaExtension:schemas><rdf:Bag>', `<pdfaExtension:schemas><rdf:Bag>${description}`)
    .replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>');
  if (!said.includes(identifier) || !said.includes(description) || !said.includes('<pdfuaid:part>')) {
    throw new Error('The metadata of the PDF has no place for PDF/UA.');
  }
  return said;
}
