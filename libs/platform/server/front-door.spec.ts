import { Controller, Get, Module } from '@nestjs/common';
import { Args, Context, Field, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Anyone, FactBook, IdempotencyKey, SignedIn, Work, once, refuse, type RequestContext } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import { MaxLength } from 'class-validator';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Facts {
      'door.happened': { number: number };
    }
    interface Refusals {
      'door.closed': { until: string };
    }
  }
}

@InputType('NoteInput')
class NoteInput {
  @Field(() => String) @MaxLength(5) text: string;
  @IdempotencyKey() key: string;
}

const made: string[] = [];
const heard: number[] = [];

@Resolver()
class DoorResolver {
  constructor(
    private readonly work: Work,
    facts: FactBook,
  ) {
    facts.on('door.happened', 'door.hears', async ({ data }) => {
      heard.push(data.number);
      if (heard.filter((number) => number === data.number).length === 1 && data.number === 7) throw new Error('once more, please');
    });
  }

  @Anyone() @Query(() => String)
  open(): string {
    return 'open';
  }

  @SignedIn() @Query(() => String)
  inside(): string {
    return 'inside';
  }

  @Anyone() @Query(() => String)
  closed(): string {
    throw refuse('door.closed', { until: 'Monday' });
  }

  @Anyone() @Query(() => String)
  broken(): string {
    throw new Error('select secret from table of names');
  }

  @Anyone() @Mutation(() => String)
  note(@Args('input', { type: () => NoteInput }) input: NoteInput, @Context() { actor }: RequestContext): Promise<string> {
    return this.work.run(actor, (tx) => once(tx, 'note', input.key, input, async () => {
      made.push(input.text);
      return input.text;
    }));
  }

  @Anyone() @Mutation(() => Int)
  happen(@Args('number', { type: () => Int }) number: number, @Context() { actor }: RequestContext): Promise<number> {
    return this.work.run(actor, async (tx) => {
      await tx.record('door.happened', { number });
      if (number < 0) throw refuse('door.closed', { until: 'never' });
      return number;
    });
  }
}

@Controller('door')
class DoorController {
  @SignedIn() @Get('inside')
  inside(): string {
    return 'inside';
  }
}

@Module({ providers: [DoorResolver], controllers: [DoorController] })
class DoorModule {}

@Resolver()
class SilentResolver {
  @Query(() => String)
  whoMayAsk(): string {
    return 'nobody said';
  }
}

@Module({ providers: [SilentResolver] })
class SilentModule {}

describe('the front door', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp([DoorModule]);
  });

  it('does not open with an operation that does not say who may call it', async () => {
    await expect(startApp([DoorModule, SilentModule])).rejects.toThrow('SilentResolver.whoMayAsk');
  });

  it('lets guests in where anyone may come, and only there', async () => {
    await expect(app.guest().ask('{ open }')).resolves.toEqual({ open: 'open' });
    await expect(app.guest().ask('{ inside }')).rejects.toMatchObject({ code: 'platform.signInFirst' });
  });

  it('asks what a REST route declares, too', async () => {
    const response = await fetch(`${app.url}/door/inside`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: { code: 'platform.signInFirst', data: {} } });
  });

  it('answers a refusal with its code and data', async () => {
    await expect(app.guest().ask('{ closed }')).rejects.toMatchObject({ code: 'door.closed', data: { until: 'Monday' } });
  });

  it('answers an unexpected error with a reference number and nothing of its inside', async () => {
    const answer = await app.guest().raw('{ broken }');
    expect(answer.errors).toEqual([{ message: 'platform.unexpected', path: ['broken'], extensions: { code: 'platform.unexpected', data: {}, reference: expect.stringMatching(/^[0-9a-f]{10}$/) } }]);
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('names no field of the schema to those who guess', async () => {
    const answer = await app.guest().raw('{ opne }');
    expect(JSON.stringify(answer)).not.toMatch(/open|mean|Query/);
    expect(answer.errors?.[0]?.extensions?.code).toBe('platform.invalid');
  });

  it('refuses a variable of another kind as a wrong ask, not as a fault of its own', async () => {
    const { errors } = await app.guest().raw('mutation Happen($number: Int!) { happen(number: $number) }', { number: 'many' });
    expect(errors?.[0]?.extensions?.code).toBe('platform.invalid');
  });

  it('names the field of an input that breaks a rule', async () => {
    await expect(app.guest().ask('mutation($i: NoteInput!) { note(input: $i) }', { i: { text: 'too long', key: 'a' } })).rejects.toMatchObject({ code: 'platform.invalid', data: { fields: { text: 'maxLength' } } });
  });

  it('refuses operations that are too deep, too wide or too long', async () => {
    const wide = `{ ${Array.from({ length: 16 }, (_, number) => `a${number}: open`).join(' ')} }`;
    for (const operation of [wide, `{ ${'open '.repeat(2_100)} }`, '{ open @skip(if: false) '.padEnd(2_000, '@skip(if: false) ') + '}']) {
      expect((await app.guest().raw(operation)).errors?.[0]?.extensions?.code).toBe('platform.invalid');
    }
  });

  it('takes an idempotency key once, also when twenty arrive together', async () => {
    const note = (text: string, key: string) => app.guest().ask('mutation($i: NoteInput!) { note(input: $i) }', { i: { text, key } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => note('once', 'k1')));
    expect(new Set(answers.map(({ note: text }) => text))).toEqual(new Set(['once']));
    expect(made.filter((text) => text === 'once')).toHaveLength(1);
    await expect(note('other', 'k1')).rejects.toMatchObject({ code: 'platform.keyReused' });
  });

  it('hands a fact to its handlers exactly if its transaction commits', async () => {
    await app.guest().ask('mutation { happen(number: 1) }');
    await expect(app.guest().ask('mutation { happen(number: -1) }')).rejects.toMatchObject({ code: 'door.closed' });
    await app.settle();
    expect(heard).toContain(1);
    expect(heard).not.toContain(-1);
  });

  it('refuses a GraphQL request that a foreign page could send without asking', async () => {
    const response = await fetch(`${app.url}/graphql?query={open}`, { headers: { 'content-type': 'text/plain' } });
    expect(response.status).toBe(400);
  });
});
