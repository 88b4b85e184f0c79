import { registerDecorator, type ValidationOptions } from 'class-validator';

/** NUL and lone surrogates: PostgreSQL or the wire can't hold them. */
const UNSTORABLE = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
/** Control characters, bidi controls and zero-width marks: in a name, title or code they hide meaning. */
const HIDDEN = /[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

/** A text that can be stored: no NUL, no half characters. For everything that people write at length. */
export function IsStorableText(options?: ValidationOptions): PropertyDecorator {
  return rule('storableText', (value) => typeof value === 'string' && !UNSTORABLE.test(value), options);
}

/** One line without hidden characters: names, titles, codes. ZWNJ and ZWJ stay allowed, Persian and emoji need them. */
export function IsPlainLine(options?: ValidationOptions): PropertyDecorator {
  return rule('plainLine', (value) => typeof value === 'string' && !UNSTORABLE.test(value) && !HIDDEN.test(value), options);
}

function rule(name: string, validate: (value: unknown) => boolean, options?: ValidationOptions): PropertyDecorator {
  return (target, property) => registerDecorator({ name, target: target.constructor, propertyName: String(property), options, validator: { validate, defaultMessage: () => name } });
}
