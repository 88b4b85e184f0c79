import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Dialog, T, TextInput, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { lessonPath } from '../LessonCard/LessonCard';
import { RestoreLessonDocument, WithdrawLessonDocument, type LessonHeadFragment } from './LessonHead.generated';

/** Asks once more, and offers to take it back afterwards. */
export function WithdrawDialog({ lesson, onClose }: { lesson: LessonHeadFragment; onClose: () => void }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const navigate = useNavigate();
  const [why, setWhy] = useState('');
  const [showWhy, setShowWhy] = useState(false);
  const [restore] = useMutation(RestoreLessonDocument);
  const [withdraw, { loading }] = useMutation(WithdrawLessonDocument);
  async function confirm() {
    try {
      await withdraw({ variables: { input: { id: lesson.id, why: why.trim() || null, showWhy } } });
      const takeBack = () =>
        restore({ variables: { input: { id: lesson.id } } }).then(
          () => navigate(lessonPath(lesson)),
          (error: unknown) => toast({ words: toWords(error) }),
        );
      toast({ words: words('forum.lesson.withdrawn'), undo: takeBack });
      void navigate('/lessons');
    } catch (error) {
      toast({ words: toWords(error) });
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('forum.lesson.withdrawTitle')}
      actions={
        <>
          <Button kind="danger" state={loading ? 'busy' : undefined} onClick={() => void confirm()}>
            <T id="forum.lesson.withdraw" />
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <T id="forum.lesson.keep" />
          </Button>
        </>
      }
    >
      <p>
        <T id="forum.lesson.withdrawWords" />
      </p>
      <TextInput label={words('forum.lesson.withdrawWhy')} optional value={why} maxLength={300} onChange={(event) => setWhy(event.currentTarget.value)} />
      {why.trim() && <Checkbox label={words('forum.lesson.withdrawShow')} hint={words('forum.lesson.withdrawShowHint')} checked={showWhy} onChange={setShowWhy} />}
    </Dialog>
  );
}
