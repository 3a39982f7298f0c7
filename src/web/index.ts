export { Allow, type Allowed, allowedKey } from './allow.js';
export { Answers, problemSchema, Refuses } from './answers.js';
export { askedFilter, emptyIsUnset, filterAddress } from './asked-filter.js';
export { Assets } from './assets.js';
export { responseOf } from './browser/form-response.js';
export * from './components/index.js';
export { ApiController, PageController } from './controllers.js';
export { decimal, plain, sendCsv, sendPieces } from './csv.js';
export { printedDrawing, printedDrawingStyle, styledDrawing } from './drawing-style.js';
export { ErrorFilter, wantsJson } from './error-filter.js';
export type { FooterChoice } from './footer-choice.js';
export { emptyForm, seeOther, submit } from './form.js';
export { type FormState, valueOf } from './form-state.js';
export { malformed } from './issues.js';
export { Layout } from './layout.js';
export { originCheck } from './origin-check.js';
export { PerMinute } from './per-minute.js';
export { CurrentViewer, OptionalViewer, Page, unauthenticated } from './parameters.js';
export type { NavItem, PageContext, Role, Viewer } from './page-context.js';
export { type FileForm, readFileForm } from './read-file-form.js';
export { readTypedForm, type TypedForm } from './read-typed-form.js';
export type { PublicFace, StructuredData } from './public-face.js';
export { readUpload } from './read-upload.js';
export { sendFresh } from './send-fresh.js';
export { xmlText } from './xml.js';
export { requestSetup } from './request-setup.js';
export type { PartingOffer } from './parting-offer.js';
export { pageOf, viewerOf, type WebRequest, type WebSettings } from './request.js';
export {
  counted,
  dayText,
  instantText,
  type Language,
  language,
  languageCookie,
  languages,
  moneyText,
  speak,
  T,
  t,
  useLanguage,
  written,
} from './words/index.js';
