// The rules of house.md ("Rooms and doors") for oxlint. Each has a line that must fail and one that must pass in house.spec.ts.
import { relative, sep } from 'node:path';
import { refusalOfKitLibrary, refusalOfPackage, refusalOfSocketLibrary } from './packages.mjs';
import { placeOf, refusalOfImport } from './rooms.mjs';

const placeIn = (context) => placeOf(relative(context.cwd, context.filename).split(sep).join('/'));

/** A rule about what is imported: `refuse(place, specifier, node)` gives the reason or null. */
const aboutImports = (refuse) => ({
  create(context) {
    const from = placeIn(context);
    const check = (node, source) => {
      if (typeof source?.value !== 'string') return;
      const message = refuse(from, source.value, node);
      if (message) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal),
    };
  },
});

/** A rule about expressions: `visit(place, refuse)` gives the visitors, or null where the rule does not hold. */
const aboutCode = (visit) => ({
  create(context) {
    return visit(placeIn(context), (node, message) => context.report({ node, message })) ?? {};
  },
});

const isMember = (node, object, property) => node.object?.type === 'Identifier' && node.object.name === object
  && (node.computed ? node.property.value : node.property.name) === property;

const writesSql = ({ path, lib, room, isSpec }) => room === 'tooling' || room === 'testing' || room === 'migrations' || isSpec
  || (lib === 'platform' && room === 'server') || path.endsWith('.repository.ts')
  || path === 'apps/api/src/find-drift.ts'; // asks the schema builder, no rows

const ofTheDatabase = new Set(['EntityManager', 'DataSource', 'Repository', 'QueryRunner', 'SelectQueryBuilder', 'InjectDataSource', 'InjectRepository', 'InjectEntityManager']);

const database = {
  create(context) {
    const from = placeIn(context);
    if (writesSql(from) || from.room !== 'server') return {};
    const message = 'Queries live in *.repository.ts: ask the repository for what is needed.';
    return {
      ImportDeclaration(node) {
        // A type alone queries nothing: a pool may be handed on.
        if (node.source.value === 'pg' && node.importKind !== 'type') context.report({ node, message });
        if (node.source.value !== 'typeorm' && node.source.value !== '@nestjs/typeorm') return;
        for (const specifier of node.specifiers) {
          if (specifier.type === 'ImportSpecifier' && ofTheDatabase.has(specifier.imported.name)) context.report({ node: specifier, message });
        }
      },
      CallExpression(node) {
        const name = node.callee.type === 'MemberExpression' && !node.callee.computed ? node.callee.property.name : null;
        if (name === 'createQueryBuilder' || name === 'query') context.report({ node: node.callee, message });
      },
    };
  },
};

const vague = /(^|[-.])(utils?|helpers?|managers?|common|data|info)([-.]|$)/i;

const names = aboutCode((from, refuse) => {
  const file = from.path.split('/').at(-1);
  const checkName = (node) => {
    const name = node.id?.name ?? '';
    if (/^I[A-Z][a-z]/.test(name) && node.type === 'TSInterfaceDeclaration') refuse(node.id, `"${name}": interfaces carry no I.`);
    if (/[a-z](Utils?|Helpers?|Manager|Info)$/.test(name)) refuse(node.id, `"${name}" does not say what it is. Never: util, helper, manager, common, data, info.`);
  };
  return {
    Program(node) {
      if (vague.test(file)) refuse(node, `"${file}" does not say what it is. Never: util, helper, manager, common, data, info.`);
    },
    TSInterfaceDeclaration: checkName,
    TSTypeAliasDeclaration: checkName,
    ClassDeclaration: checkName,
  };
});

export default {
  meta: { name: 'house' },
  rules: {
    doors: aboutImports(refusalOfImport),
    halves: aboutImports(refusalOfPackage),
    sockets: aboutImports(refusalOfSocketLibrary),
    kit: aboutImports(refusalOfKitLibrary),
    database,
    names,
    settings: aboutCode((from, refuse) => {
      if (from.room === 'tooling' || from.room === 'testing' || from.path === 'libs/platform/server/config.ts') return null;
      const message = 'Settings are read in platform/server/config.ts and nowhere else: inject Config.';
      return {
        MemberExpression: (node) => isMember(node, 'process', 'env') && refuse(node, message),
        ImportDeclaration(node) {
          if (/^(node:)?process$/.test(node.source.value)) refuse(node, message);
        },
      };
    }),
    chance: aboutCode((from, refuse) => (from.room !== 'server' ? null : {
      MemberExpression: (node) => isMember(node, 'Math', 'random') && refuse(node, 'Math.random can be guessed: newId(), or node:crypto.'),
    })),
  },
};
