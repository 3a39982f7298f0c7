const codes =
  'AE AR AT AU BE BG BR CA CH CL CO CR CY CZ DE DK EE EG ES FI FR GB GR HK HR HU IE IL IN IS IT JP KE KR KW LI LT LU LV ' +
  'MA MT MX MY NG NL NO NZ PE PH PL PT QA RO SA SE SG SI SK TH TR TW UA US UY VN ZA';
// prettier-ignore
const american: Record<string, string> = {
  AL: 'Alabama', AK: 'Alaska', AZ: 'Arizona', AR: 'Arkansas', CA: 'California', CO: 'Colorado', CT: 'Connecticut',
  DE: 'Delaware', DC: 'District of Columbia', FL: 'Florida', GA: 'Georgia', HI: 'Hawaii', ID: 'Idaho', IL: 'Illinois',
  IN: 'Indiana', IA: 'Iowa', KS: 'Kansas', KY: 'Kentucky', LA: 'Louisiana', ME: 'Maine', MD: 'Maryland',
  MA: 'Massachusetts', MI: 'Michigan', MN: 'Minnesota', MS: 'Mississippi', MO: 'Missouri', MT: 'Montana',
  NE: 'Nebraska', NV: 'Nevada', NH: 'New Hampshire', NJ: 'New Jersey', NM: 'New Mexico', NY: 'New York',
  NC: 'North Carolina', ND: 'North Dakota', OH: 'Ohio', OK: 'Oklahoma', OR: 'Oregon', PA: 'Pennsylvania',
  PR: 'Puerto Rico', RI: 'Rhode Island', SC: 'South Carolina', SD: 'South Dakota', TN: 'Tennessee', TX: 'Texas',
  UT: 'Utah', VT: 'Vermont', VA: 'Virginia', WA: 'Washington', WV: 'West Virginia', WI: 'Wisconsin', WY: 'Wyoming',
};

export interface Choice {
  value: string;
  label: string;
}

const names = new Intl.DisplayNames('en', { type: 'region' });

/** Countries in the order of their names. */
export const countries: Choice[] = codes
  .split(' ')
  .map((value) => ({ value, label: names.of(value)! }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));

export const states: Choice[] = Object.entries(american).map(([value, label]) => ({ value, label }));

export const countryName = (code: string): string => (code && names.of(code)) || code;
