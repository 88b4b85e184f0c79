import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { RequestContext } from '@crosscity/platform/server';
import type { GraphQLObjectType } from 'graphql';
import type { VoiceType } from './voice.type';

/** Which entry of `guestsSee` opens a field. The handle leads to a page about the person, so it goes with the name. */
const OPENED_BY = { name: 'name', handle: 'name', title: 'title', place: 'place' } as const;

/**
 * Hides from guests what a member's voice does not show them. Whoever loads a voice, in whatever statement, can't forget
 * it: the rule sits on the fields of the type. Plain functions rather than Nest field resolvers, since a lesson with its
 * replies runs them some eighty times.
 */
@Injectable()
export class VoiceMask implements OnApplicationBootstrap {
  constructor(private readonly modules: ModuleRef) {}

  onApplicationBootstrap(): void {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    const fields = (schema.getType('Voice') as GraphQLObjectType<VoiceType, RequestContext> | undefined)?.getFields();
    if (!fields) return;
    for (const [field, opener] of Object.entries(OPENED_BY)) {
      fields[field]!.resolve = (voice, _arguments, { actor }) =>
        actor.kind === 'guest' && voice.kind === 'member' && !voice.guestsSee?.includes(opener) ? null : voice[field as keyof typeof OPENED_BY];
    }
  }
}
