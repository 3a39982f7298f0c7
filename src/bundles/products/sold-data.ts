import { decimal, type StructuredData } from '../../web/index.js';
import type { Shown } from './offering.js';

interface SoldProps {
  baseUrl: string;
  product: Shown;
}

/** A product as programs read it, with the price that its page shows and until when it holds. */
export function soldData({ baseUrl, product }: SoldProps): StructuredData {
  const { kind, slug, title, summary, minutes, courses } = product;
  const provider = { '@type': 'Organization', name: 'Glabella', url: baseUrl };
  const course = {
    '@type': 'Course',
    provider,
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: `PT${minutes}M` },
  };
  const bundle = {
    '@type': ['Product', 'Course'],
    provider,
    hasPart: courses.map((part) => ({ '@type': 'Course', name: part.title, url: `${baseUrl}/courses/${part.slug}` })),
  };
  const url = `${baseUrl}/${kind === 'course' ? 'courses' : 'bundles'}/${slug}`;
  const offer = offerData(product, url);
  return {
    ...(kind === 'course' ? course : bundle),
    name: title,
    description: summary,
    url,
    ...(offer && { offers: offer }),
  };
}

function offerData({ price }: Shown, url: string): StructuredData | undefined {
  if (!price) return undefined;
  const { amount, currency } = price.price;
  return {
    '@type': 'Offer',
    category: 'Paid',
    url,
    price: decimal(amount, currency),
    priceCurrency: currency,
    availability: 'https://schema.org/InStock',
    ...(price.offer && { priceValidUntil: price.offer.endsAt.toISOString() }),
  };
}
