/** What credentials of test suites use beside our own contexts. Source: https://www.w3.org/ns/credentials/examples/v2 */
export const suiteContexts: ReadonlyMap<string, object> = new Map([
  [
    'https://www.w3.org/ns/credentials/examples/v2',
    { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
  ],
]);
