export { everyScript } from './fonts.js';
export { pictureType, type PictureType, redrawPicture } from './pictures/redraw-picture.js';
export { breakable, printableLine } from './printable.js';
export { canDraw, drawnText, setPdf, setSvg, warmUpPress } from './press.js';
export { pdfSignature, type PdfSignature } from './signing/pdf-signature.js';
export { pemSigner, type PdfSigner } from './signing/pdf-signer.js';
export { selfSigned } from './signing/self-signed.js';
export { signPdf } from './signing/sign-pdf.js';
