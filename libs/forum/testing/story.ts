import { CitiesModule } from '@crosscity/cities/server';
import { type MadeCity, makeCity, makeTheme } from '@crosscity/cities/testing';
import { FilesModule } from '@crosscity/files/server';
import { ForumModule } from '@crosscity/forum/server';
import { IdentityModule } from '@crosscity/identity/server';
import { type MemberClient, makeCoordinator, makeMember, makeStaff } from '@crosscity/identity/testing';
import { ModerationModule } from '@crosscity/moderation/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';

/** The capabilities that the forum's stories run on, and the people in them. */
export interface ForumStory {
  app: TestApp;
  oslo: MadeCity;
  /** Writes lessons; works in Oslo. */
  ingrid: MemberClient;
  /** Answers; reads Arabic. */
  samira: MemberClient;
  coordinator: MemberClient;
  moderator: MemberClient;
}

export async function forumStory(change: Record<string, string> = {}): Promise<ForumStory> {
  const app = await startApp([IdentityModule, ModerationModule, CitiesModule, FilesModule, ForumModule], change);
  await makeTheme(app);
  await makeTheme(app, 'digital-literacy', { en: 'Digital literacy', ar: 'محو الأمية الرقمية' });
  const oslo = await makeCity(app, { name: 'Oslo', slug: 'oslo' });
  const [ingrid, samira, coordinator, moderator] = await Promise.all([
    makeMember(app, { name: 'Ingrid', city: oslo }), makeMember(app, { name: 'Samira', locale: 'ar' }), makeCoordinator(app, oslo), makeStaff(app),
  ]);
  return { app, oslo, ingrid, samira, coordinator, moderator };
}
