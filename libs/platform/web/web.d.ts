/// <reference types="vite/client" />

declare module 'virtual:operation-ids' {
  const ids: Record<string, string>;
  export default ids;
}

declare module 'virtual:operation-texts' {
  const texts: Record<string, string>;
  export default texts;
}

declare module 'virtual:client-files' {
  export const files: Record<string, { scripts: string[]; styles: string[] }>;
  export const fonts: Partial<Record<'latin' | 'arabic', string>>;
}
