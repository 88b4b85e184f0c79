import { useMutation } from '@apollo/client/react';
import { forumLimits, type Joining, type SpaceKind } from '@crosscity/forum/contract';
import { Button, ErrorSummary, SaveState, T, TextArea, useDeviceDraft, useWords } from '@crosscity/platform/web';
import { useEffect, useState, type FormEvent } from 'react';
import { SettingsFields, type SpaceSettings } from './SettingsFields';
import { CloseSpaceDocument, EditSpaceDocument, PublishSpaceAgreementDocument, ReopenSpaceDocument, type SpaceStateFragment } from './Spaces.generated';
import { useSpaceAct } from './useSpaceAct';
import css from './Spaces.module.css';

/** A new version of the agreement. It says before what follows from it. */
export function AgreementForm({ space, text }: { space: SpaceStateFragment; text: string }) {
  const words = useWords();
  const draft = useDeviceDraft<string>(`space-agreement:${space.id}`);
  const [typed, setTyped] = useState(text);
  const [publish] = useMutation(PublishSpaceAgreementDocument);
  const { run, busy, failure } = useSpaceAct();
  const { found } = draft;
  useEffect(() => {
    if (found) setTyped((now) => (now === text ? found.content : now));
  }, [found, text]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!typed.trim() || typed === text) return;
    const isOut = await run('agreement', () => publish({ variables: { input: { spaceId: space.id, after: space.agreementVersion, text: typed } } }), <T id="forum.space.agreement.published" />);
    if (isOut) await draft.forget();
  };
  return (
    <section className={css.section} aria-labelledby="space-agreement-title">
      <h2 id="space-agreement-title">
        <T id="forum.space.agreement" />
      </h2>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextArea
          id="space-agreement"
          label={words('forum.space.agreement.text')}
          hint={words('forum.space.agreement.hint')}
          error={failure || undefined}
          limit={forumLimits.spaceAgreement}
          rows={6}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            draft.keep(event.currentTarget.value);
          }}
          saveState={<SaveState device={draft.state} />}
        />
        <p className={css.muted}>
          <T id="forum.space.agreement.follows" />
        </p>
        <div>
          <Button type="submit" state={busy === 'agreement' ? 'busy' : undefined} aria-disabled={!typed.trim() || typed === text || undefined}>
            <T id="forum.space.agreement.publish" />
          </Button>
        </div>
      </form>
    </section>
  );
}

export function SettingsForm({ space, cityIds, cities }: { space: SpaceStateFragment; cityIds: string[]; cities: readonly { id: string; name: string }[] }) {
  const words = useWords();
  const [typed, setTyped] = useState<SpaceSettings>({ name: space.name, purpose: space.purpose, language: space.language, kind: space.kind as SpaceKind, joining: space.joining as Joining, cityIds });
  const [edit] = useMutation(EditSpaceDocument);
  const { run, busy, failure } = useSpaceAct();
  const nameError = typed.name.trim() ? undefined : words('forum.space.name.missing');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!nameError) void run('settings', () => edit({ variables: { input: { id: space.id, version: space.version, ...typed } } }), <T id="forum.space.saved" />);
  };
  return (
    <section className={css.section} aria-labelledby="space-settings">
      <h2 id="space-settings">
        <T id="forum.space.settings" />
      </h2>
      <form className={css.form} onSubmit={submit} noValidate>
        <ErrorSummary problems={failure ? [{ words: failure }] : []} />
        <SettingsFields value={typed} onChange={(change) => setTyped((now) => ({ ...now, ...change }))} cities={cities} nameError={nameError} />
        <p className={css.muted}>
          <T id="forum.space.kind.stricter" />
        </p>
        <div>
          <Button type="submit" kind="primary" state={busy === 'settings' ? 'busy' : undefined}>
            <T id="forum.space.save" />
          </Button>
        </div>
      </form>
    </section>
  );
}

/** Closing is light: it can be taken back at once and later. */
export function CloseForm({ space }: { space: SpaceStateFragment }) {
  const [close] = useMutation(CloseSpaceDocument);
  const [reopen] = useMutation(ReopenSpaceDocument);
  const { run, busy, failure } = useSpaceAct();
  const variables = { input: { spaceId: space.id } };
  return (
    <section className={css.section} aria-labelledby="space-close">
      <h2 id="space-close">
        <T id={space.closedAt ? 'forum.space.reopen' : 'forum.space.close'} />
      </h2>
      <p>
        <T id={space.closedAt ? 'forum.space.reopen.lead' : 'forum.space.close.lead'} />
      </p>
      {failure && <p role="alert">{failure}</p>}
      <div>
        {space.closedAt ? (
          <Button state={busy ? 'busy' : undefined} onClick={() => void run('reopen', () => reopen({ variables }), <T id="forum.space.reopened" />)}>
            <T id="forum.space.reopen" />
          </Button>
        ) : (
          <Button kind="danger" state={busy ? 'busy' : undefined} onClick={() => void run('close', () => close({ variables }), <T id="forum.space.closed.said" />, () => reopen({ variables }))}>
            <T id="forum.space.close" />
          </Button>
        )}
      </div>
    </section>
  );
}
