import type { PriceHistory } from '../prices/price-history.js';

export interface PreviewPick {
  label: string;
  /** Nothing: now, whenever it is looked at. */
  at?: Date;
}

/** The instants that are worth a look: now, and around the offer that runs or comes next. */
export function previewPicks({ offers }: Pick<PriceHistory, 'offers'>, now: Date): PreviewPick[] {
  const offer = offers.find((each) => each.endsAt > now);
  if (!offer) return [{ label: 'Now' }];
  return [
    { label: 'Now' },
    ...(offer.startsAt > now ? [{ label: `When “${offer.name}” starts`, at: offer.startsAt }] : []),
    { label: 'One minute before it ends', at: new Date(offer.endsAt.getTime() - 60_000) },
    { label: 'When it has ended', at: offer.endsAt },
  ];
}
