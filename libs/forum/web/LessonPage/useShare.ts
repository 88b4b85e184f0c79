import { useToast, useWords } from '@crosscity/platform/web';
import { lessonPath } from '../LessonCard/LessonCard';

/** Puts the full address of a path on the clipboard and says so. */
export function useCopy(): (path: string) => Promise<void> {
  const toast = useToast();
  const words = useWords();
  return async (path) => {
    const address = new URL(path, window.location.origin).href;
    try {
      await navigator.clipboard.writeText(address);
      toast({ words: words('forum.copied') });
    } catch {
      // No clipboard without https or without leave: then the address itself is the answer.
      toast({ words: address });
    }
  };
}

/** The share sheet of the device with title and one line; where there is none, the link is copied. */
export function useShare(lesson: { id: string; slug: string; title: string; short: string }): () => Promise<void> {
  const copy = useCopy();
  return async () => {
    const url = new URL(lessonPath(lesson), window.location.origin).href;
    if (!navigator.share) return copy(lessonPath(lesson));
    try {
      await navigator.share({ title: lesson.title, text: lesson.short, url });
    } catch {
      // Closing the sheet is a choice, not a failure.
    }
  };
}
