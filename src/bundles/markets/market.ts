/** Where and by which rules a price holds. */
export interface Market {
  name: string;
  label: string;
  /** ISO 4217; every price of the market is in it. */
  currency: string;
  /** Whether tax is in the prices shown, comes on top, or is not collected. */
  tax: 'none' | 'included' | 'added';
  showPriorPrice: boolean;
  /** The prior price is the lowest one of this many days before the reduction began. */
  priorPriceDays: number;
  /** Rest between two limited offers of the same product. */
  coolingOffDays: number;
  /** ISO 3166 codes of the countries it is for. */
  countries: string[];
  /** Whether anything can be bought there now. */
  active: boolean;
}

/** Whoever says nothing else buys here; it is always active. */
export const defaultMarket = 'default';
export const defaultCurrency = 'USD';

/** A `Market` as JSON, from `markets m`. */
export const marketJson = `json_build_object('name', m.name, 'label', m.label, 'currency', m.currency, 'tax', m.tax,
  'showPriorPrice', m.show_prior_price, 'priorPriceDays', m.prior_price_days, 'coolingOffDays', m.cooling_off_days,
  'countries', m.countries, 'active', m.active)`;
