// Checks every word that a person reads: `node apps/web/checks/words.mjs`. Says what is wrong, one line each, and fails.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';

const workspace = fileURLToPath(new URL('../../../', import.meta.url));
const problems = [];
const say = (file, words) => problems.push(`${file}: ${words}`);
const read = (file) => readFileSync(join(workspace, file), 'utf8');
const find = (...globs) => globs.flatMap((glob) => globSync(glob, { cwd: workspace })).sort();

// ---- catalogues -------------------------------------------------------------------------------------------------

/** key → file of the English catalogue */
const known = new Map();
const folders = new Map();
for (const file of find('libs/*/web/**/locales/*.json', 'apps/web/**/locales/*.json')) {
  if (file.includes('node_modules')) continue;
  const folder = dirname(file);
  folders.set(folder, [...(folders.get(folder) ?? []), file]);
}
const languages = new Set([...folders.values()].flat().map((file) => basename(file, '.json')));

for (const [folder, files] of folders) {
  const english = `${folder}/en.json`;
  for (const language of languages) if (!files.includes(`${folder}/${language}.json`)) say(folder, `has no ${language}.json`);
  if (!files.includes(english)) continue;
  const source = messagesOf(english);
  for (const key of Object.keys(source)) {
    if (known.has(key)) say(english, `"${key}" is already in ${known.get(key)}`);
    known.set(key, english);
    for (const sentence of longSentences(source[key])) say(english, `"${key}" has a sentence of more than 20 words: ${sentence}`);
  }
  for (const file of files) {
    const messages = file === english ? source : messagesOf(file);
    const language = basename(file, '.json');
    for (const key of Object.keys(source)) if (!(key in messages)) say(file, `"${key}" is missing`);
    for (const [key, message] of Object.entries(messages)) {
      if (!(key in source)) say(file, `"${key}" is not in ${english}`);
      checkMessage(file, language, key, message, source[key]);
    }
  }
}

function messagesOf(file) {
  try {
    return JSON.parse(read(file));
  } catch (error) {
    say(file, error.message);
    return {};
  }
}

function checkMessage(file, language, key, message, source) {
  if (!String(message).trim()) return say(file, `"${key}" is empty`);
  let elements;
  try {
    elements = parse(message);
  } catch (error) {
    return say(file, `"${key}" is not a well-formed message: ${error.message}`);
  }
  const needed = { cardinal: categories(language, 'cardinal'), ordinal: categories(language, 'ordinal') };
  walk(elements, (element) => {
    if (element.type !== TYPE.plural) return;
    const missing = needed[element.pluralType].filter((category) => !(category in element.options));
    if (missing.length) say(file, `"${key}" lacks the plural forms ${missing.join(', ')} of {${element.value}}`);
  });
  if (source === undefined || source === message) return undefined;
  try {
    const [own, wanted] = [argumentsOf(elements), argumentsOf(parse(source))];
    if (own !== wanted) say(file, `"${key}" takes ${own || 'nothing'}; English takes ${wanted || 'nothing'}`);
  } catch {
    // English is reported on its own line.
  }
  return undefined;
}

function categories(language, type) {
  return new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
}

function walk(elements, visit) {
  for (const element of elements) {
    visit(element);
    if (element.children) walk(element.children, visit);
    for (const option of Object.values(element.options ?? {})) walk(option.value, visit);
  }
}

function argumentsOf(elements) {
  const names = new Set();
  walk(elements, (element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return;
    // {count} and {count, plural, …} are the same argument; a tag is another thing.
    names.add(element.type === TYPE.tag ? `<${element.value}>` : `{${element.value}}`);
  });
  return [...names].sort().join(' ');
}

function longSentences(message) {
  const plain = String(message).replace(/\{[^{}]*\}/g, 'x').replace(/<[^>]+>/g, '');
  return plain.includes('plural') ? [] : plain.split(/[.!?](?:\s|$)/).filter((sentence) => sentence.trim().split(/\s+/).length > 20);
}

// ---- code -------------------------------------------------------------------------------------------------------

const used = new Set();
const patterns = [];
const readAloud = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt', 'label', 'hint', 'empty', 'summary']);
const sources = find('libs/*/web/**/*.{ts,tsx}', 'apps/web/src/**/*.{ts,tsx}').filter((file) => !/\.(generated|spec|d)\.tsx?$/.test(file));

for (const file of sources) {
  const tree = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const at = (node) => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

  const useKey = (node, where) => {
    if (!node) return;
    if (ts.isStringLiteralLike(node)) {
      if (!known.has(node.text)) say(at(where), `no catalogue has "${node.text}"`);
    } else if (ts.isTemplateExpression(node)) {
      const pattern = patternOf(node);
      if (pattern && ![...known.keys()].some((key) => pattern.test(key))) say(at(where), `no catalogue has ${node.getText()}`);
    } else if (ts.isConditionalExpression(node)) {
      useKey(node.whenTrue, where);
      useKey(node.whenFalse, where);
    } else if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node) || ts.isAsExpression(node)) {
      useKey(node.expression, where);
    }
  };

  const visit = (node) => {
    if (ts.isStringLiteralLike(node) && known.has(node.text)) used.add(node.text);
    if (ts.isTemplateExpression(node)) {
      const pattern = patternOf(node);
      if (pattern) patterns.push(pattern);
    }
    if (ts.isJsxAttribute(node) && node.name.getText() === 'id' && /^T$/.test(node.parent.parent.tagName?.getText() ?? '')) useKey(node.initializer, node);
    if (ts.isCallExpression(node)) {
      const name = node.expression.getText();
      if (name === 'words') useKey(node.arguments[0], node);
      if (name === 'wordsOf') useKey(node.arguments[1], node);
    }
    if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text) && node.text.trim() !== 'Crosscity') say(at(node), `words outside the catalogues: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && readAloud.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer)) {
      // A part of the house may take a key and look it up itself.
      if (/\p{L}{2}/u.test(node.initializer.text) && !known.has(node.initializer.text)) say(at(node), `words outside the catalogues: ${node.initializer.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

/** `platform.problem.${status}.title` stands for every key of that form. One that starts open says nothing. */
function patternOf(template) {
  if (!/^[a-z]\w*\./.test(template.head.text) || template.head.text.startsWith('refusal.')) return undefined;
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escape(template.head.text)}${template.templateSpans.map((span) => `[\\w.-]+${escape(span.literal.text)}`).join('')}$`);
}

// ---- refusals: each code that a capability declares has words, and each words a code -------------------------------

const contracts = find('libs/*/contract/**/*.ts');
const declared = new Set();
for (const file of contracts.filter((name) => /(errors?|refusals)\.ts$/.test(name))) {
  for (const [, code] of read(file).replace(/\/\*[^]*?\*\//g, '').matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)) {
    declared.add(code);
    if (folders.size && !known.has(`refusal.${code}`)) say(file, `the refusal "${code}" has no words: "refusal.${code}"`);
  }
}
const elsewhere = [...contracts, ...find('libs/*/server/**/*.ts', 'libs/platform/web/graphql/*.ts', 'apps/api/**/*.ts')].map(read).join('\n');

for (const [key, file] of known) {
  const code = /^refusal\.(.+)$/.exec(key)?.[1];
  const reached = used.has(key) || (code ? declared.has(code) || new RegExp(`['"\`]${code.replace(/\./g, '\\.')}['"\`]`).test(elsewhere) : patterns.some((pattern) => pattern.test(key)));
  if (!reached) say(file, `"${key}" is never used`);
}

if (problems.length) {
  console.error(problems.join('\n'));
  console.error(`\nwords: ${problems.length} to mend`);
  process.exit(1);
}
console.log(`words: ${known.size} messages in ${languages.size} languages (${[...languages].sort().join(', ')})`);
