import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { settingsOfProcess } from '@crosscity/platform/server';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module';

/** Prints the GraphQL schema that the code makes. Needs a database to connect to, changes nothing in it. */
const app = await NestFactory.create(AppModule.with(settingsOfProcess()), { logger: ['error'] });
await app.init();
process.stdout.write(`${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`);
await app.close();
process.exit(0);
