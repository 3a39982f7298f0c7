/**
 * Words that stand with capitals in clinical notes and are nobody's name: products, and things named after people that
 * may follow one another. A pair of capitals with one of these in it is no name.
 */
const clinical = new Set(
  `Botox Cosmetic Vistabel Vistabex Xeomin Bocouture Dysport Azzalure Jeuveau Nuceiva Daxxify Letybo Relfydess Alluzience
  Juvederm Juvéderm Ultra Plus Voluma Volift Volbella Volite Vollure Restylane Lyft Kysse Defyne Refyne Contour Belotero
  Balance Intense Volume Teosyal Rha Radiesse Sculptra Stylage Saypha Glogau Fitzpatrick Merz Bell Palsy Tyndall Type
  Grade Class Scale Frankfort Horners Horner Left Right Both None Patient No The Two One Three Four Five Six After Before
  With Without Mild Severe Moderate Deep Dynamic Static Lines Glabellar Forehead Masseter Lips Lip Cheek Cheeks Brow`.split(
    /\s+/,
  ),
);

const rules: { finds: RegExp; sentence: string }[] = [
  { finds: /\S@\S+\.\S/, sentence: 'This looks like an e-mail address. Leave out whatever tells who the patient is.' },
  {
    finds:
      /\b(mrn|nhs|ssn|nino|dob|d\.o\.b|born|hospital\s+(no|number)|patient\s+(no|id|number)|record\s+(no|number))\b[\s.:#]*\d/i,
    sentence: 'This looks like a record number or a birth date. Leave out whatever tells who the patient is.',
  },
  {
    finds: /\b(\d{1,2}[./-]\d{1,2}[./-](19|20)\d{2}|(19|20)\d{2}-\d{2}-\d{2})\b/,
    sentence: 'This looks like a birth date. The age band is enough.',
  },
  {
    finds: /(\+|\b)\d(?:[\s().-]?\d){6,}/,
    sentence: 'This looks like a phone or record number. Leave out whatever tells who the patient is.',
  },
  {
    finds: /\b(mr|mrs|ms|miss|mx|herr|frau|mme|señora?|sra?)\b\.?\s+\p{Lu}\p{L}/iu,
    sentence: 'This looks like a name. Leave out whatever tells who the patient is.',
  },
];

/** Why a text might tell who a patient is, as a sentence; undefined if nothing in it looks like it. */
export function identifying(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const found = rules.find(({ finds }) => finds.test(plain));
  if (found) return found.sentence;
  return hasName(plain) ? 'This looks like a name. Leave out whatever tells who the patient is.' : undefined;
}

/** Two words with capitals side by side, of which neither is of the clinic; also "patient Smith". */
function hasName(text: string): boolean {
  const pairs = text.matchAll(/(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}[\p{L}'’-]*)\s+(?=(\p{Lu}[\p{L}'’-]+))/gu);
  for (const [, first, second] of pairs) {
    if (!clinical.has(first!) && !clinical.has(second!) && second !== second!.toUpperCase()) return true;
  }
  const named = /(?:\b(?:named?|called|patient)\s+)(\p{Lu}\p{Ll}[\p{L}'’-]+)/u.exec(text);
  return named !== null && !clinical.has(named[1]!);
}

/** The same for what names a place or a product: capitals stand there by right. */
export function identifyingNumbers(text: string): string | undefined {
  return rules.find(({ finds }) => finds.test(text.normalize('NFKC')))?.sentence;
}
