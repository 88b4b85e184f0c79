import { Limited, type RequestContext, SignedIn, asMember } from '@crosscity/platform/server';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AttachedFile } from './file.type';
import { BeginUploadInput, BlurPictureInput, DescribeFileInput, FinishUploadInput, RemoveFileInput, VideoWordsInput } from './files.inputs';
import { FilesService } from './files.service';
import { UploadsService } from './uploads.service';

const WRITES = { points: 120, seconds: 600 };

@Resolver(() => AttachedFile)
export class FilesResolver {
  constructor(
    private readonly files: FilesService,
    private readonly uploads: UploadsService,
  ) {}

  @SignedIn()
  @Query(() => [AttachedFile], { description: 'All files of a draft or a lesson that whoever asks may change, also those on their way.' })
  attachedFiles(@Args('subjectKind', { type: () => String }) kind: string, @Args('subjectId', { type: () => ID }) id: string, @Context() { actor }: RequestContext): Promise<AttachedFile[]> {
    return this.files.list(asMember(actor), { kind, id });
  }

  @SignedIn() @Limited(WRITES)
  @Mutation(() => AttachedFile, { description: 'Makes a place for a file. Its bytes go to /files/uploads/<fileId> by the tus protocol, from wherever HEAD says.' })
  async beginUpload(@Args('input', { type: () => BeginUploadInput }) input: BeginUploadInput, @Context() { actor }: RequestContext): Promise<AttachedFile> {
    const member = asMember(actor);
    return this.files.own(member, await this.uploads.begin(member, input));
  }

  @SignedIn()
  @Mutation(() => AttachedFile, { description: 'For who sent the last byte and heard nothing. Refuses with files.notWhole.' })
  async finishUpload(@Args('input', { type: () => FinishUploadInput }) input: FinishUploadInput, @Context() { actor }: RequestContext): Promise<AttachedFile> {
    const member = asMember(actor);
    const use = await this.files.own(member, input.id);
    if (use.state === 'receiving') await this.uploads.finish(member, use.fileId);
    return this.files.own(member, input.id);
  }

  @SignedIn()
  @Mutation(() => AttachedFile)
  describeFile(@Args('input', { type: () => DescribeFileInput }) input: DescribeFileInput, @Context() { actor }: RequestContext): Promise<AttachedFile> {
    return this.files.describe(asMember(actor), input);
  }

  @SignedIn()
  @Mutation(() => ID, { description: 'The id of the use that is gone.' })
  removeFile(@Args('input', { type: () => RemoveFileInput }) input: RemoveFileInput, @Context() { actor }: RequestContext): Promise<string> {
    return this.files.remove(asMember(actor), input.id);
  }

  @SignedIn() @Limited({ points: 60, seconds: 600 })
  @Mutation(() => AttachedFile, { description: 'Burns a blur into the areas. The picture as it was is not kept.' })
  blurPicture(@Args('input', { type: () => BlurPictureInput }) input: BlurPictureInput, @Context() { actor }: RequestContext): Promise<AttachedFile> {
    return this.files.blur(asMember(actor), input);
  }

  @SignedIn() @Limited(WRITES)
  @Mutation(() => AttachedFile, { description: 'Captions and transcript of a video in one language.' })
  putVideoWords(@Args('input', { type: () => VideoWordsInput }) input: VideoWordsInput, @Context() { actor }: RequestContext): Promise<AttachedFile> {
    return this.files.putWords(asMember(actor), input);
  }
}
