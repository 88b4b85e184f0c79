import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Limited, type RequestContext, Staff, asMember } from '@crosscity/platform/server';
import { TermsService } from './terms.service';
import { AddThemeMeaningInput, EditThemeMeaningInput, ThemeMeaning, ThemeMeaningInput } from './terms.types';

const WRITES = { points: 120, seconds: 600 };

@Resolver(() => ThemeMeaning)
export class TermsResolver {
  constructor(private readonly service: TermsService) {}

  @Staff()
  @Query(() => [ThemeMeaning], { description: 'What search takes for the same, oldest first.' })
  themeMeanings(): Promise<ThemeMeaning[]> {
    return this.service.list();
  }

  @Staff()
  @Limited(WRITES)
  @Mutation(() => ThemeMeaning)
  addThemeMeaning(@Args('input', { type: () => AddThemeMeaningInput }) input: AddThemeMeaningInput, @Context() { actor }: RequestContext): Promise<ThemeMeaning> {
    return this.service.add(asMember(actor), input);
  }

  @Staff()
  @Limited(WRITES)
  @Mutation(() => ThemeMeaning)
  editThemeMeaning(@Args('input', { type: () => EditThemeMeaningInput }) input: EditThemeMeaningInput, @Context() { actor }: RequestContext): Promise<ThemeMeaning> {
    return this.service.edit(asMember(actor), input);
  }

  @Staff()
  @Mutation(() => ThemeMeaning)
  removeThemeMeaning(@Args('input', { type: () => ThemeMeaningInput }) { id }: ThemeMeaningInput, @Context() { actor }: RequestContext): Promise<ThemeMeaning> {
    return this.service.setRemoved(asMember(actor), id, true);
  }

  @Staff()
  @Mutation(() => ThemeMeaning, { description: 'Takes a removal back.' })
  restoreThemeMeaning(@Args('input', { type: () => ThemeMeaningInput }) { id }: ThemeMeaningInput, @Context() { actor }: RequestContext): Promise<ThemeMeaning> {
    return this.service.setRemoved(asMember(actor), id, false);
  }
}
