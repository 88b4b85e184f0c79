import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS } from './access';

/** Fails the boot on a GraphQL root operation or a REST route that does not say who may call it. Silence must not mean public. */
@Injectable()
export class AccessCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const silent = this.operations().filter(({ access }) => access === undefined);
    if (silent.length > 0) throw new Error(`These operations don't say who may call them: ${silent.map(({ name }) => name).join(', ')}. Add @Anyone(), @SignedIn(), @Coordinators(), @Staff() or @Administrators().`);
  }

  /** Every root operation and route with its declared access, for this check and for tests of it. */
  operations(): { name: string; access: unknown }[] {
    return [...this.discovery.getProviders(), ...this.discovery.getControllers()].flatMap(({ instance, metatype }) => {
      if (!instance || typeof instance !== 'object' || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as object;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = (prototype as Record<string, unknown>)[method] as object;
        const root = Reflect.getMetadata('graphql:resolver_type', handler) as string | undefined;
        const route = Reflect.getMetadata('path', handler) as string | undefined;
        const isRoot = root === 'Query' || root === 'Mutation' || root === 'Subscription' || (route !== undefined && root === undefined);
        return isRoot ? [{ name: `${metatype.name}.${method}`, access: Reflect.getMetadata(ACCESS, handler) as unknown }] : [];
      });
    });
  }
}
