import { useFormats, useWords } from '@crosscity/platform/web';

/** "340 kB", "2.4 MB" in the reader's language. */
export function useFileSize(): (bytes: number) => string {
  const words = useWords();
  const formats = useFormats();
  return (bytes) => {
    if (bytes < 1_000_000) return words('files.kilobytes', { size: formats.number(Math.max(1, Math.round(bytes / 1_000))) });
    return words('files.megabytes', { size: formats.number(Math.round(bytes / 100_000) / 10) });
  };
}
