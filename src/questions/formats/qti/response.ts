import { decimalOf } from '../numbers.js';
import { refuse } from '../refusals.js';
import { all, first, textOf, type XmlElement } from '../source/element.js';

/** What a `responseDeclaration` says: the right values, and what each value earns. */
export interface Declared {
  id: string;
  cardinality: string;
  baseType: string;
  correct: string[];
  mapping: Mapping | undefined;
}

export interface Mapping {
  entries: { key: string; value: string; caseSensitive: boolean }[];
  otherwise: string;
  lowest: string | undefined;
  highest: string | undefined;
}

/** @throws ItemRefused */
export function declaredOf(item: XmlElement, id: string): Declared {
  const element = all(item, 'responseDeclaration').find(({ attributes }) => attributes.identifier === id);
  if (!element) return refuse(`The response “${id}” is not declared.`);
  const { cardinality = 'single', baseType = 'identifier' } = element.attributes;
  const correct = all(first(element, 'correctResponse') ?? element, 'value').map((value) => textOf(value).trim());
  return { id, cardinality, baseType, correct, mapping: mappingOf(first(element, 'mapping')) };
}

function mappingOf(mapping: XmlElement | undefined): Mapping | undefined {
  if (!mapping) return undefined;
  const { defaultValue, lowerBound, upperBound } = mapping.attributes;
  return {
    entries: all(mapping, 'mapEntry').map(({ attributes: { mapKey = '', mappedValue, caseSensitive } }) => ({
      key: mapKey,
      value: decimalOf(mappedValue ?? '', 'The value of an answer'),
      caseSensitive: caseSensitive !== 'false',
    })),
    otherwise: decimalOf(defaultValue ?? '0', 'The value of other answers'),
    lowest: lowerBound,
    highest: upperBound,
  };
}
