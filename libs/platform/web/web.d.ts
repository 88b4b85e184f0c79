/// <reference types="vite/client" />

declare module 'virtual:operation-texts' {
  const texts: Record<string, string>;
  export default texts;
}

declare module 'virtual:client-files' {
  export const files: Record<string, { scripts: string[]; styles: string[] }>;
  /** Of each page in each language, the words of its first view. */
  export const words: Record<string, Record<string, string>>;
  export const fonts: Partial<Record<'latin' | 'arabic', string>>;
}
