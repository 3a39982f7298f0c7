/** Who asks on the page of a product: with what they typed into its form, as it came. */
export interface PracticeQuestion {
  product: string;
  profession?: string | undefined;
  jurisdiction?: string | undefined;
}

/**
 * Says on a product's page, before anybody pays, who may practise where what it teaches. The room that knows stands below
 * this one and provides it.
 */
export abstract class PracticeNotice {
  /** A section of the page, with a GET form to the same page. */
  abstract section(question: PracticeQuestion): Promise<JSX.Element>;
}
