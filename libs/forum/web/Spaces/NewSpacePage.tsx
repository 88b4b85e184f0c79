import { useMutation } from '@apollo/client/react';
import { forumLimits } from '@crosscity/forum/contract';
import { Button, ErrorSummary, SaveState, T, TextArea, TextInput, newKey, pageQuery, useDeviceDraft, usePage, useRefusal, useToast, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useEffect, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { SettingsFields, type SpaceSettings } from './SettingsFields';
import { CreateSpaceDocument, NewSpacePageDocument } from './Spaces.generated';
import css from './Spaces.module.css';

export const query = pageQuery(NewSpacePageDocument, () => ({}));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'forum.space.new');
export const robots: PageModule['robots'] = 'noindex';

type Typed = SpaceSettings & { moderator: string; agreement: string };

const EMPTY: Typed = { name: '', purpose: '', language: 'en', kind: 'members', joining: 'request', cityIds: [], moderator: '', agreement: '' };

/** Staff make a space and name who cares for it. What is typed stays on the device until it is made. */
export function Page() {
  const { data } = usePage(NewSpacePageDocument);
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const navigate = useNavigate();
  const draft = useDeviceDraft<Typed>('space:new');
  const [typed, setTyped] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState('');
  const [key] = useState(newKey);
  const [create, { loading }] = useMutation(CreateSpaceDocument);
  const { found } = draft;
  useEffect(() => {
    if (found) setTyped((now) => (now === EMPTY ? { ...EMPTY, ...found.content } : now));
  }, [found]);
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    draft.keep(next);
  };
  const nameError = tried && !typed.name.trim() ? words('forum.space.name.missing') : undefined;
  const moderatorError = tried && !typed.moderator.trim() ? words('forum.space.firstModerator.missing') : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setFailure('');
    if (loading || !typed.name.trim() || !typed.moderator.trim()) return;
    try {
      const { agreement, ...settings } = typed;
      const { data: made } = await create({ variables: { input: { ...settings, agreement: agreement.trim() || null, key } } });
      await draft.forget();
      const space = made!.createSpace;
      toast({ words: <T id="forum.space.made" values={{ name: <bdi>{space.name}</bdi> }} /> });
      // A hidden one is out of sight for staff as well.
      void navigate(space.kind === 'hidden' && space.viewer.belongs === 'none' ? '/spaces' : `/spaces/${space.slug}`);
    } catch (error) {
      setFailure(toWords(error));
    }
  };
  return (
    <div className={css.page}>
      <div className={css.intro}>
        <h1>
          <T id="forum.space.new" />
        </h1>
        <p>
          <T id="forum.space.new.lead" />
        </p>
      </div>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={[...(nameError ? [{ field: 'space-name', words: nameError }] : []), ...(moderatorError ? [{ field: 'space-moderator', words: moderatorError }] : []), ...(failure ? [{ words: failure }] : [])]} />
        <SettingsFields value={typed} onChange={change} cities={data.cities.items} nameError={nameError} />
        <TextInput id="space-moderator" label={words('forum.space.firstModerator')} hint={words('forum.space.handle.hint')} dir="ltr" value={typed.moderator} error={moderatorError} onChange={(event) => change({ moderator: event.currentTarget.value })} required />
        <TextArea id="space-agreement" label={words('forum.space.agreement')} hint={words('forum.space.agreement.hint')} limit={forumLimits.spaceAgreement} rows={6} value={typed.agreement} onChange={(event) => change({ agreement: event.currentTarget.value })} saveState={<SaveState device={draft.state} />} optional />
        <div>
          <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
            <T id="forum.space.new.send" />
          </Button>
        </div>
      </form>
    </div>
  );
}
