import { applyDecorators } from '@nestjs/common';
import { Field } from '@nestjs/graphql';
import { platformLimits } from '@crosscity/platform/contract';
import { IsString, Length, registerDecorator, type ValidationOptions } from 'class-validator';

/** The `key` of a creating mutation's input; see `once`. */
export function IdempotencyKey(): PropertyDecorator {
  return applyDecorators(Field(() => String, { description: 'Made by the client, once for each intention: sending it again gets the first answer.' }), IsString(), Length(1, platformLimits.key));
}

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
