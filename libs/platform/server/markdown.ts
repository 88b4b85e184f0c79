import rehypeSanitize, { type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/**
 * What a text may hold: paragraphs, two levels of headings, emphasis, lists, quotes, links, inline code and rules.
 * No pictures, no HTML, no tables; anything else keeps its words and loses its form. Described to writers in /help/writing.
 */
const SUBSET: Options = {
  tagNames: ['p', 'h3', 'h4', 'strong', 'em', 'del', 'ul', 'ol', 'li', 'blockquote', 'a', 'code', 'pre', 'br', 'hr'],
  attributes: { a: ['href', 'rel'], '*': ['dir'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
};

interface Element { type: string; tagName?: string; properties?: Record<string, unknown>; children?: Element[] }

const BLOCKS = new Set(['p', 'h3', 'h4', 'ul', 'ol', 'blockquote']);
const LEVELS: Record<string, string> = { h1: 'h3', h2: 'h3', h3: 'h4', h5: 'h4', h6: 'h4' };

/** Headings fit under the page's own; each block finds its own direction; links tell nobody where the reader came from. */
function fit() {
  const visit = (node: Element): void => {
    if (node.tagName) node.tagName = LEVELS[node.tagName] ?? node.tagName;
    if (node.tagName === 'a') node.properties = { ...node.properties, rel: 'nofollow noopener noreferrer ugc' };
    if (node.tagName && BLOCKS.has(node.tagName)) node.properties = { ...node.properties, dir: 'auto' };
    node.children?.forEach(visit);
  };
  return (tree: unknown) => visit(tree as Element);
}

const pipeline = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(fit).use(rehypeSanitize, SUBSET).use(rehypeStringify).freeze();

/** Text in the Markdown subset as clean HTML. Done once, on writing; the page shows it as it is. */
export function renderMarkdown(text: string): string {
  return String(pipeline.processSync(text));
}

/** The words alone: for search, snippets and mails. */
export function plainText(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/&(amp|lt|gt|quot|#x[\da-f]{1,6}|#\d{1,7});/gi, (_, name: string) => NAMED[name] ?? characterOf(name)).replace(/\s+/g, ' ').trim();
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The character of `#x26` or `#38`, as the stringifier writes those that need it. */
function characterOf(name: string): string {
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
