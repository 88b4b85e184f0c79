import { FilesModule } from '@crosscity/files/server';
import { CitiesModule } from '@crosscity/cities/server';
import { Module } from '@nestjs/common';
import { CollectionEntity, CollectionLessonEntity } from './collection.entity';
import { CollectionFieldsResolver, CollectionsOfLessonResolver, CollectionsResolver } from './collections.resolver';
import { CollectionsRepository } from './collections.repository';
import { CollectionsService } from './collections.service';
import { ChainNotices } from './chain.notices';
import { ChainRepository } from './chain.repository';
import { ChainResolver, TrialChainResolver } from './chain.resolver';
import { ChainService } from './chain.service';
import { DraftCopyEntity, DraftEntity } from './draft.entity';
import { DraftPlaceResolver } from './draft-place.resolver';
import { DraftsRepository } from './drafts.repository';
import { DraftsResolver } from './drafts.resolver';
import { DraftsService } from './drafts.service';
import { FacetsRepository } from './facets.repository';
import { ModeratedLessons, ModeratedReplies } from './forum.moderation';
import { ForumFiles } from './forum.files';
import { SavedViewAlerts } from './finding/saved-view.alerts';
import { SavedViewEntity } from './finding/saved-view.entity';
import { SavedViewsRepository } from './finding/saved-views.repository';
import { SavedViewsResolver } from './finding/saved-views.resolver';
import { SavedViewsService } from './finding/saved-views.service';
import { SearchMoreResolver } from './finding/search-more.resolver';
import { SearchPlan } from './finding/search-plan';
import { SearchWordEntity } from './finding/search-word.entity';
import { WordList } from './finding/word-list';
import { WordsRepository } from './finding/words.repository';
import { ForumNotices } from './forum.notices';
import { ForumSubjects } from './forum.subjects';
import { KeptCounts } from './kept-counts';
import { CityLessonsResolver, DraftFieldsResolver, LessonFieldsResolver, LessonPageResolver, MemberLessonsResolver, TrialLessonResolver } from './lesson-fields.resolver';
import { ThemeFollowEntity, VoiceFollowEntity } from './follow.entity';
import { FollowsRepository } from './follows.repository';
import { FollowsResolver, FollowsService, MemberFollowResolver } from './follows.resolver';
import { FreshnessRepository } from './freshness.repository';
import { FreshnessService } from './freshness.service';
import { HotLessonRepository } from './hot-lesson.repository';
import { LessonLists } from './lesson-lists';
import { LessonReviewEntity } from './lesson-review.entity';
import { LessonReviewsRepository } from './lesson-reviews.repository';
import { LessonReviewsResolver } from './lesson-reviews.resolver';
import { LessonReviewsService } from './lesson-reviews.service';
import { ModeratedCollections, ModeratedReviews } from './shelf.moderation';
import { LessonTextEntity } from './lesson-text.entity';
import { LessonWritingRepository } from './lesson-writing.repository';
import { LessonsRepository } from './lessons.repository';
import { LessonsResolver } from './lessons.resolver';
import { LessonsService } from './lessons.service';
import { MentionsRepository } from './mentions.repository';
import { MentionsResolver } from './mentions.resolver';
import { ModeratedRepository } from './moderated.repository';
import { QuestionEntity, QuestionOutcomeEntity } from './question.entity';
import { QuestionWritingRepository } from './question-writing.repository';
import { ModeratedQuestions, QuestionNotices } from './questions.notices';
import { QuestionsRepository } from './questions.repository';
import { QuestionPageResolver, QuestionsResolver } from './questions.resolver';
import { QuestionsService } from './questions.service';
import { ReadingRepository } from './reading.repository';
import { ReadingService } from './reading.service';
import { RepliesRepository } from './replies.repository';
import { RepliesResolver } from './replies.resolver';
import { RepliesService } from './replies.service';
import { ReplyEntity } from './reply.entity';
import { ReplyWritingRepository } from './reply-writing.repository';
import { LessonRevisionEntity, ReplyRevisionEntity } from './revision.entity';
import { SearchRepository } from './search.repository';
import { SearchService } from './search.service';
import { SimilarRepository } from './similar.repository';
import { SpaceCareService } from './space-care.service';
import { SpaceEntity } from './space.entity';
import { SpaceJoiningService } from './space-joining.service';
import { SpaceNotices } from './space.notices';
import { SpaceAgreementEntity, SpaceCityEntity, SpaceDepartureEntity, SpaceEntryEntity, SpaceMemberEntity } from './space-people.entity';
import { SpaceWritingRepository } from './space-writing.repository';
import { SpacesRepository } from './spaces.repository';
import { SpacesResolver } from './spaces.resolver';
import { SpacesService } from './spaces.service';
import { TakeBackResolver } from './take-back.resolver';
import { TakeBackService } from './take-back.service';
import { ThreadEntity } from './thread.entity';
import { ThreadReaderEntity } from './thread-reader.entity';
import { ThreadThemeEntity } from './thread-theme.entity';
import { TrialEntity } from './trial.entity';
import { WriterRepository } from './writer.repository';

export const forumEntities = [
  SpaceEntity, ThreadEntity, LessonTextEntity, ThreadThemeEntity, ReplyEntity, TrialEntity, ThreadReaderEntity, DraftEntity, DraftCopyEntity, LessonRevisionEntity, ReplyRevisionEntity,
  SpaceAgreementEntity, SpaceCityEntity, SpaceMemberEntity, SpaceEntryEntity, SpaceDepartureEntity,
  LessonReviewEntity, CollectionEntity, CollectionLessonEntity, SearchWordEntity, SavedViewEntity,
  QuestionEntity, QuestionOutcomeEntity, ThemeFollowEntity, VoiceFollowEntity,
];

/** Rooms of the forum and who belongs to them. */
const spaces = [SpacesRepository, SpaceWritingRepository, SpacesService, SpaceJoiningService, SpaceCareService, SpacesResolver, SpaceNotices];

const repositories = [ChainRepository, CollectionsRepository, FreshnessRepository, LessonReviewsRepository, DraftsRepository, FacetsRepository, HotLessonRepository, LessonWritingRepository, LessonsRepository, ModeratedRepository, ReadingRepository, RepliesRepository, ReplyWritingRepository, SearchRepository, WriterRepository];
const services = [ChainService, CollectionsService, FreshnessService, LessonReviewsService, DraftsService, KeptCounts, LessonLists, LessonsService, ReadingService, RepliesService, SearchService, TakeBackService];
const resolvers = [
  CollectionsResolver, CollectionFieldsResolver, CollectionsOfLessonResolver, LessonReviewsResolver,
  ChainResolver, TrialChainResolver, LessonsResolver, RepliesResolver, DraftsResolver, LessonFieldsResolver, LessonPageResolver, DraftFieldsResolver, TrialLessonResolver, CityLessonsResolver, MemberLessonsResolver, TakeBackResolver,
];

const finding = [SavedViewAlerts, SavedViewsRepository, SavedViewsResolver, SavedViewsService, SearchMoreResolver, SearchPlan, WordList, WordsRepository];

const forQuestions = [QuestionsRepository, QuestionWritingRepository, SimilarRepository, QuestionsService, QuestionsResolver, QuestionPageResolver, QuestionNotices, ModeratedQuestions, DraftPlaceResolver, MentionsRepository, MentionsResolver, FollowsRepository, FollowsService, FollowsResolver, MemberFollowResolver];

/** Lessons, questions, what is said about them, and the drafts that they begin as. */
@Module({
  imports: [CitiesModule, FilesModule],
  providers: [...repositories, ...services, ...resolvers, ...finding, ...forQuestions, ...spaces, ForumFiles, ForumSubjects, ForumNotices, ChainNotices, ModeratedLessons, ModeratedReplies, ModeratedReviews, ModeratedCollections],
  exports: [LessonsService, QuestionsService, RepliesService, ReadingService, LessonWritingRepository],
})
export class ForumModule {
  static readonly entities = forumEntities;
}
