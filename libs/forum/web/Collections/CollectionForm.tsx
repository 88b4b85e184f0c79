import { useMutation, useQuery } from '@apollo/client/react';
import { CaseDataCheck, useCaseData } from '@crosscity/case-data/web';
import { forumLimits, type CollectionAudience } from '@crosscity/forum/contract';
import { Banner, Button, Dialog, RadioGroup, Select, T, TextArea, TextInput, newKey, refusalOf, useDeviceDraft, useRefusal, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { showCaseData } from '../Drafts/show-refused';
import { CollectionVoicesDocument, CreateCollectionDocument, EditCollectionDocument, type CollectionWholeFragment } from './Collections.generated';
import css from './Collections.module.css';

interface Wording {
  title: string;
  note: string;
  audience: CollectionAudience;
}

/** Title, words and audience of a collection: a new one, or one that is there. What is typed stays on the device until it is in. */
export function CollectionForm({ collection, lessonId, onClose, onDone }: { collection?: CollectionWholeFragment; lessonId?: string; onClose: () => void; onDone: (id: string) => void }) {
  const words = useWords();
  const toWords = useRefusal();
  const draft = useDeviceDraft<Wording>(`collection:${collection?.id ?? 'new'}`);
  const [typed, setTyped] = useState<Wording | null>(null);
  const wording = typed ?? draft.found?.content ?? { title: collection?.title ?? '', note: collection?.note ?? '', audience: collection?.audience ?? 'public' };
  const { data: writer } = useQuery(CollectionVoicesDocument, { skip: collection !== undefined });
  const [voiceId, setVoiceId] = useState<string | null>(null);
  const [key] = useState(newKey);
  const [problem, setProblem] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const [create, { loading: creating }] = useMutation(CreateCollectionDocument);
  const [edit, { loading: editing }] = useMutation(EditCollectionDocument);
  const busy = creating || editing;
  const change = (part: Partial<Wording>) => {
    const changed = { ...wording, ...part };
    setTyped(changed);
    draft.keep(changed);
  };
  const guard = useCaseData(
    [
      { name: 'title', text: wording.title, id: 'collection-title', change: (title) => change({ title }) },
      { name: 'note', text: wording.note, id: 'collection-note', change: (note) => change({ note }) },
    ],
    null,
  );
  const voices = writer?.writer.voices ?? [];

  async function submit() {
    if (!wording.title.trim()) return setProblem(words('forum.collection.needTitle'));
    setProblem(undefined);
    setTrouble(undefined);
    if (!(await guard.check())) return;
    const input = { title: wording.title.trim(), note: wording.note.trim(), audience: wording.audience };
    try {
      const id = collection
        ? (await edit({ variables: { input: { id: collection.id, version: collection.version, ...input } } })).data!.editCollection.id
        : (await create({ variables: { input: { key, voiceId, lessonId: lessonId ?? null, ...input } } })).data!.createCollection.id;
      await draft.forget();
      onClose();
      onDone(id);
    } catch (error) {
      setTrouble(refusalOf(error).code === 'platform.invalid' ? words('forum.collection.invalid') : toWords(error));
      await showCaseData(guard, error, input);
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words(collection ? 'forum.collection.change' : 'forum.collection.new')}
      actions={
        <>
          <Button kind="primary" state={busy ? 'busy' : undefined} onClick={() => void submit()}>
            <T id={collection ? 'forum.collection.save' : 'forum.collection.make'} />
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <T id="forum.cancel" />
          </Button>
        </>
      }
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit();
        }}
      >
        {trouble && <Banner kind="danger">{trouble}</Banner>}
        <TextInput id="collection-title" label={words('forum.collection.titleLabel')} value={wording.title} error={problem} maxLength={forumLimits.collectionTitle} onChange={(event) => change({ title: event.currentTarget.value })} />
        <CaseDataCheck guard={guard} field="title" />
        <TextArea id="collection-note" label={words('forum.collection.noteLabel')} hint={words('forum.collection.noteHint')} optional value={wording.note} limit={forumLimits.collectionNote} rows={3} onChange={(event) => change({ note: event.currentTarget.value })} />
        <CaseDataCheck guard={guard} field="note" />
        <RadioGroup
          name="collection-audience"
          label={words('forum.collection.audience')}
          hint={words('forum.collection.audienceHint')}
          value={wording.audience}
          choices={(['public', 'members'] as const).map((value) => ({ value, label: words(`forum.audience.${value}`) }))}
          onChange={(value) => change({ audience: value as CollectionAudience })}
        />
        {!collection && voices.length > 1 && (
          <Select
            label={words('forum.collection.voice')}
            value={voiceId ?? voices[0]!.id}
            options={voices.map(({ id, kind, name }) => ({ value: id, label: kind === 'city' ? words('forum.voice.city', { city: name ?? '' }) : (name ?? '') }))}
            onChange={(event) => setVoiceId(event.currentTarget.value)}
          />
        )}
      </form>
    </Dialog>
  );
}
