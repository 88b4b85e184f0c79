import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { CitiesModule } from '@crosscity/cities/server';
import { EventsModule } from '@crosscity/events/server';
import { FilesModule } from '@crosscity/files/server';
import { ForumModule } from '@crosscity/forum/server';
import { IdentityModule } from '@crosscity/identity/server';
import { ModerationModule } from '@crosscity/moderation/server';
import { NotificationsModule } from '@crosscity/notifications/server';
import { type EntityClass, PlatformModule, type Settings } from '@crosscity/platform/server';

/** A lib's Nest module with the entities that it owns. */
export type Capability = Type & { readonly entities?: readonly EntityClass[] };

/** Low to high, as in the order of the libs. */
export const capabilities: readonly Capability[] = [
  IdentityModule,
  ModerationModule,
  CitiesModule,
  FilesModule,
  ForumModule,
  EventsModule,
  NotificationsModule,
];

export const entities: readonly EntityClass[] = capabilities.flatMap((capability) => capability.entities ?? []);

/** The whole server: the platform, and every capability on it. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(settings, entities), ...capabilities] };
  }
}
