/** Where a licence comes from each part of a country, by ISO 3166-2; elsewhere it comes from the country. */
const parts: Record<string, string> = {
  US: `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|
LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|
NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|
OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|
VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|
AS American Samoa|MP Northern Mariana Islands`,
  CA: `AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|
NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon`,
};

/** ISO 3166-1, without those whose licences come from their parts. */
const countries =
  `AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CD CF CG CH CI CL
CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GG GH GI GM GN GQ GR GT GW GY HK HN HR
HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG
MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC
SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG UY UZ VA VC VE VG VN VU WS YE
ZA ZM ZW`.split(/\s+/);

const countryName = new Intl.DisplayNames('en', { type: 'region' });

const named = new Map<string, string>([
  ...Object.entries(parts).flatMap(([country, list]) =>
    list.split('|').map((part): [string, string] => {
      const [code, ...name] = part.trim().split(' ');
      return [`${country}-${code}`, `${countryName.of(country)}: ${name.join(' ')}`];
    }),
  ),
  ...countries
    .map((code): [string, string] => [code, countryName.of(code)!])
    .sort(([, a], [, b]) => a.localeCompare(b, 'en')),
]);

/** Every place a licence can come from, by its code, in the order in which they are offered. */
export const jurisdictions: ReadonlyMap<string, string> = named;

/** "United States: California"; an unknown code stays a code. */
export const jurisdictionName = (code: string): string => named.get(code) ?? code;
