import { useMutation } from '@apollo/client/react';
import { identityLimits } from '@crosscity/identity/contract';
import { SaveState, Select, T, TextArea, useDeviceDraft, useWords } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import { ActForm } from './ActForm';
import { ReopenMemberDocument, SuspendMemberDocument, type MemberFilePartsFragment } from './MemberFilePage.generated';

/** Days that an account can be closed; `open` until staff open it again. */
const LENGTHS = ['1', '7', '30', '90', 'open'] as const;
const DAY = 86_400_000;

/** Closes an account. The words are kept on the device until they are sent: nobody writes such a sentence twice. */
export function SuspendForm({ file, onConflict }: { file: MemberFilePartsFragment; onConflict: () => Promise<unknown> }) {
  const words = useWords();
  const draft = useDeviceDraft<string>(`suspend:${file.id}`);
  const [days, setDays] = useState('7');
  const [said, setSaid] = useState('');
  const [suspend] = useMutation(SuspendMemberDocument);
  const [reopen] = useMutation(ReopenMemberDocument);
  const { least, most } = identityLimits.suspendWords;

  const { found } = draft;
  useEffect(() => {
    if (found) setSaid((now) => now || found.content);
  }, [found]);

  return (
    <ActForm
      name="suspend"
      file={file}
      kind="danger"
      onConflict={onConflict}
      wrong={() => (said.trim().length < least || said.trim().length > most ? ['careWords'] : [])}
      run={async (terms) => {
        const until = days === 'open' ? null : new Date(Date.now() + Number(days) * DAY).toISOString();
        const { data } = await suspend({ variables: { input: { ...terms, until, words: said } } });
        setSaid('');
        await draft.forget();
        return data!.suspendMember as MemberFilePartsFragment;
      }}
      undo={(input) => reopen({ variables: { input } })}
    >
      {(problems) => (
        <>
          <Select id="act-suspend-days" name="days" label={<T id="identity.act.suspend.days" />} options={LENGTHS.map((value) => ({ value, label: value === 'open' ? words('identity.act.suspend.open') : words('identity.act.suspend.count', { count: Number(value) }) }))} value={days} onChange={(event) => setDays(event.currentTarget.value)} />
          <TextArea
            id="act-suspend-careWords"
            label={<T id="identity.act.suspend.words" values={{ name: <bdi>{file.name}</bdi> }} />}
            hint={<T id="identity.act.suspend.words.hint" />}
            error={problems.of('careWords')}
            limit={most}
            rows={4}
            value={said}
            onChange={(event) => {
              setSaid(event.currentTarget.value);
              draft.keep(event.currentTarget.value);
            }}
            saveState={<SaveState device={draft.state} />}
            required
          />
        </>
      )}
    </ActForm>
  );
}
