import { useMutation } from '@apollo/client/react';
import { CaseDataCheck, useCaseData } from '@crosscity/case-data/web';
import { forumLimits } from '@crosscity/forum/contract';
import { Button, T, TextArea, newKey, useDeviceDraft, useRefusal, useWords } from '@crosscity/platform/web';
import { useEffect, useRef, useState } from 'react';
import { showCaseData } from '../Drafts/show-refused';
import { ReviewLessonDocument } from './AboutLesson.generated';
import css from './AboutLesson.module.css';

/** "I reviewed this", in one line, with one's name and role beside it. */
export function ReviewForm({ lessonId, onClose }: { lessonId: string; onClose: () => void }) {
  const words = useWords();
  const toWords = useRefusal();
  const draft = useDeviceDraft<string>(`review:${lessonId}`);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? draft.found?.content ?? '';
  const [key] = useState(newKey);
  const [problem, setProblem] = useState<string>();
  const [review, { loading }] = useMutation(ReviewLessonDocument);
  const form = useRef<HTMLFormElement>(null);
  const change = (changed: string) => {
    const line = changed.replace(/\s*\n\s*/gu, ' ');
    setTyped(line);
    draft.keep(line);
  };
  const guard = useCaseData([{ name: 'words', text, id: 'review-words', change }], null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  async function submit() {
    if (!text.trim()) return setProblem(words('forum.review.empty'));
    setProblem(undefined);
    if (!(await guard.check())) return;
    try {
      await review({ variables: { input: { key, lessonId, words: text.trim() } } });
      await draft.forget();
      onClose();
      document.getElementById('about-reviews')?.focus();
    } catch (error) {
      setProblem(toWords(error));
      await showCaseData(guard, error, { words: text.trim() });
    }
  }
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!loading) void submit();
      }}
    >
      <TextArea id="review-words" label={words('forum.review.label')} hint={words('forum.review.hint')} value={text} error={problem} limit={forumLimits.review} rows={2} onChange={(event) => change(event.currentTarget.value)} />
      <CaseDataCheck guard={guard} field="words" />
      <div className={css.buttons}>
        <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
          <T id="forum.review.send" />
        </Button>
        <Button kind="quiet" onClick={onClose}>
          <T id="forum.cancel" />
        </Button>
      </div>
    </form>
  );
}
