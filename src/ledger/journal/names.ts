import { Injectable } from '@nestjs/common';
import { type ProductName, ProductQueries } from '../../bundles/index.js';

/** What postings are about, by name. */
export interface Names {
  course: (id: string | null | undefined) => { slug: string; title: string } | null;
  product: (id: string | null | undefined) => { slug: string; title: string } | null;
}

@Injectable()
export class NameQueries {
  constructor(private readonly products: ProductQueries) {}

  async read(): Promise<Names> {
    const all = await this.products.names();
    const products = new Map(all.map((each) => [each.id, each]));
    const courses = new Map(all.flatMap((each) => (each.courseId ? [[each.courseId, each] as const] : [])));
    const nameIn = (map: Map<string, ProductName>) => (id: string | null | undefined) => map.get(id ?? '') ?? null;
    return { course: nameIn(courses), product: nameIn(products) };
  }
}
