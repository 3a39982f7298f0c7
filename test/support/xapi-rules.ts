/** What xAPI 1.0.3 (Data, 2.4) asks of a statement, as far as a learning platform makes one. Each fault names its place. */
export function faultsOf(statement: any): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, says: string) => void (holds || faults.push(says));
  const only = (of: any, names: string[], place: string) => {
    for (const name of Object.keys(of ?? {})) must(names.includes(name), `${place}.${name}: not known`);
  };

  const top = [
    'id',
    'actor',
    'verb',
    'object',
    'result',
    'context',
    'timestamp',
    'authority',
    'version',
    'attachments',
  ];
  only(statement, top, 'statement');
  must(!hasNull(statement), 'statement: null is only allowed in extensions');
  must(isUuid(statement.id), 'id: no UUID of RFC 4122');
  must(isInstant(statement.timestamp), 'timestamp: not ISO 8601 with a zone');

  const { actor = {}, verb = {}, object = {}, result, context } = statement;
  only(actor, ['objectType', 'name', 'mbox', 'mbox_sha1sum', 'openid', 'account'], 'actor');
  must(actor.objectType === 'Agent', 'actor.objectType');
  const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter((name) => name in actor);
  must(identifiers.length === 1, 'actor: exactly one inverse functional identifier');
  if (actor.account) {
    only(actor.account, ['homePage', 'name'], 'actor.account');
    must(isIri(actor.account.homePage), 'actor.account.homePage');
    must(isText(actor.account.name), 'actor.account.name');
  }

  only(verb, ['id', 'display'], 'verb');
  must(isIri(verb.id) && isLanguageMap(verb.display), 'verb');
  faults.push(...activityFaults(object, 'object'));

  if (result) {
    only(result, ['score', 'success', 'completion', 'response', 'duration', 'extensions'], 'result');
    for (const name of ['success', 'completion'])
      must(result[name] === undefined || typeof result[name] === 'boolean', `result.${name}`);
    if (result.score) {
      only(result.score, ['scaled', 'raw', 'min', 'max'], 'result.score');
      const { scaled, raw, min, max } = result.score;
      must(typeof scaled === 'number' && scaled >= -1 && scaled <= 1, 'result.score.scaled');
      must(typeof raw === 'number' && typeof min === 'number' && typeof max === 'number', 'result.score');
      must(min < max && raw >= min && raw <= max, 'result.score.raw');
    }
  }
  if (context) {
    only(context, ['registration', 'platform', 'language', 'contextActivities', 'revision', 'extensions'], 'context');
    must(context.registration === undefined || isUuid(context.registration), 'context.registration');
    must(context.language === undefined || isLanguage(context.language), 'context.language');
    must(context.platform === undefined || isText(context.platform), 'context.platform');
    only(context.contextActivities, ['parent', 'grouping', 'category', 'other'], 'context.contextActivities');
    for (const list of Object.values<any>(context.contextActivities ?? {}))
      faults.push(
        ...(Array.isArray(list) ? list.flatMap((one) => activityFaults(one, 'context')) : ['context: a list']),
      );
  }
  return faults;
}

function activityFaults(activity: any, place: string): string[] {
  const { objectType, id, definition, ...others } = activity;
  const isRight =
    (objectType === undefined || objectType === 'Activity') && isIri(id) && Object.keys(others).length === 0;
  const { type, name, ...more } = definition ?? {};
  const isDescribed = !definition || (isIri(type) && isLanguageMap(name) && Object.keys(more).length === 0);
  return isRight && isDescribed ? [] : [`${place}: no activity`];
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0;
const isUuid = (value: unknown): boolean =>
  typeof value === 'string' && /^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(value);
const isIri = (value: unknown): boolean => typeof value === 'string' && /^[a-z][a-z\d+.-]*:\S+$/i.test(value);
const isLanguage = (value: string): boolean => /^[a-z]{2,3}(-[\da-z]{2,8})*$/i.test(value);
const isLanguageMap = (value: any): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value as object).every(isLanguage) &&
  Object.values(value as object).every(isText);
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasNull));
