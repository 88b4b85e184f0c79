import type { ApolloServerPlugin } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode, type ValueNode, valueFromASTUntyped } from 'graphql';
import type { Log } from './log';
import { type RateLimits, takeUsual } from './rate-limits';
import type { RequestContext } from './request-context';

/**
 * A few reads are asked so often that the database itself writes their answer: one statement gives the JSON text of a root
 * field, and it is passed on as it is. Everything around it stays: parsing, validation, limits, context. Every other shape,
 * and whatever the statement has no answer for, goes through the resolvers, so that they alone say "no".
 */
export type HotAnswer = (context: RequestContext, variables: Record<string, unknown>) => Promise<string | null>;

/** Makes the answer for a selection of a root field; null where a field or an argument is not of the kind that it knows. */
export type HotCompiler = (asked: Asked) => HotAnswer | null;

/** A field of an operation: fragments are spread, repeated fields are one. */
export interface Asked {
  /** How the answer calls it. */
  as: string;
  field: string;
  /** Its arguments, once the variables are known. */
  arguments(variables: Record<string, unknown>): Record<string, unknown>;
  hasArguments: boolean;
  /** Null for a leaf. */
  fields: Asked[] | null;
}

/** JSON that was written by the database: `stringifyAnswer` passes it on. */
class WrittenJson {
  constructor(readonly text: string) {}

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Which root fields have a compiler. A capability registers its own in `onModuleInit`. */
@Injectable()
export class HotOperations {
  private readonly compilers = new Map<string, HotCompiler>();
  /** For tests that compare the two ways. */
  isOff = false;
  /** How many answers were written by the database. */
  answered = 0;

  on(field: string, compile: HotCompiler): void {
    this.compilers.set(field, compile);
  }

  /** The only root field of a query and its answer, where there is one. */
  compile(document: DocumentNode, operation: OperationDefinitionNode): { as: string; answer: HotAnswer } | null {
    if (operation.operation !== 'query') return null;
    const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
    const defaults = new Map(operation.variableDefinitions?.flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, defaultValue] as const] : [])));
    if (defaults.size > 0) return null;
    const roots = askedIn(operation.selectionSet, fragments)?.filter(({ field }) => field !== '__typename');
    const [root] = roots ?? [];
    const compiler = root && roots?.length === 1 && operation.selectionSet.selections.length === 1 ? this.compilers.get(root.field) : undefined;
    const answer = root && compiler?.(root);
    return answer ? { as: root.as, answer } : null;
  }
}

/** The fields of a selection; null where it has directives, which are left to the executor. */
function askedIn(selection: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, into = new Map<string, Asked>()): Asked[] | null {
  for (const node of selection.selections) {
    if (node.directives?.length) return null;
    if (node.kind === Kind.FIELD) {
      const as = node.alias?.value ?? node.name.value;
      const known = into.get(as);
      const fields = node.selectionSet ? askedIn(node.selectionSet, fragments, new Map(known?.fields?.map((field) => [field.as, field]))) : null;
      if (node.selectionSet && !fields) return null;
      const values = node.arguments ?? [];
      into.set(as, known ? { ...known, fields } : { as, field: node.name.value, fields, hasArguments: values.length > 0, arguments: argumentsOf(values) });
    } else {
      const inside = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value)?.selectionSet : node.selectionSet;
      if (!inside || !askedIn(inside, fragments, into)) return null;
    }
  }
  return [...into.values()];
}

function argumentsOf(nodes: readonly { name: { value: string }; value: ValueNode }[]): Asked['arguments'] {
  return (variables) => Object.fromEntries(nodes.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));
}

/** Runs hot operations inside Apollo's pipeline, before the compiled executor. */
export function answerHotOperations(hot: HotOperations, limits: RateLimits, log: Log): ApolloServerPlugin<RequestContext> {
  const compiled = new WeakMap<OperationDefinitionNode, ReturnType<HotOperations['compile']>>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, contextValue, request, response }) {
          let plan = compiled.get(operation);
          if (plan === undefined) {
            plan = hot.compile(document, operation);
            compiled.set(operation, plan);
          }
          if (!plan || hot.isOff) return null;
          try {
            // The guard that counts reads sits on the resolver, which does not run here. It refuses what is too much.
            await takeUsual(limits, 'Query', contextValue);
          } catch {
            return null;
          }
          const text = await plan.answer(contextValue, request.variables ?? {}).catch((error: unknown) => {
            log.error({ error, field: plan.as }, 'a hot operation failed; the resolvers answer it');
            return null;
          });
          if (text === null) return null;
          hot.answered += 1;
          return { http: response.http, body: { kind: 'single', singleResult: { data: { [plan.as]: new WrittenJson(text) } } } };
        },
      };
    },
  };
}

/** Apollo's own way to write an answer, except where it is written already. */
export function stringifyAnswer(value: { data?: Record<string, unknown> | null; errors?: unknown }): string {
  const fields = value.data && !value.errors ? Object.entries(value.data) : [];
  const [field] = fields;
  if (field && fields.length === 1 && field[1] instanceof WrittenJson) return `{"data":{${JSON.stringify(field[0])}:${field[1].text}}}\n`;
  return `${JSON.stringify(value)}\n`;
}
