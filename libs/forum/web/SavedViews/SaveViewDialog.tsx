import { useMutation } from '@apollo/client/react';
import { forumLimits } from '@crosscity/forum/contract';
import { Button, Checkbox, Dialog, T, TextInput, newKey, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import type { KeptFilter } from './SaveViewButton';
import { RemoveViewDocument, SaveViewDocument } from './SavedViews.generated';

export function SaveViewDialog({ view, suggestedName, onClose }: { view: KeptFilter; suggestedName: string; onClose: () => void }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const [key] = useState(newKey);
  const [name, setName] = useState(suggestedName.slice(0, forumLimits.viewName).toWellFormed());
  const [alerts, setAlerts] = useState(true);
  const [problem, setProblem] = useState<string>();
  const [save, { loading }] = useMutation(SaveViewDocument);
  const [remove] = useMutation(RemoveViewDocument);
  async function send() {
    if (!name.trim()) return setProblem(words('forum.view.nameNeeded'));
    try {
      const { data } = await save({ variables: { input: { ...view, key, name: name.trim(), alerts } } });
      const id = data!.saveView.id;
      onClose();
      toast({ words: words(alerts ? 'forum.view.savedWithAlerts' : 'forum.view.saved'), undo: () => remove({ variables: { input: { id } } }) });
    } catch (error) {
      setProblem(toWords(error));
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={<T id="forum.view.save" />}
      actions={
        <>
          <Button kind="primary" state={loading ? 'busy' : undefined} onClick={() => void send()}>
            <T id="forum.view.keep" />
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <T id="forum.view.cancel" />
          </Button>
        </>
      }
    >
      <TextInput label={<T id="forum.view.name" />} hint={<T id="forum.view.nameHint" />} error={problem} value={name} maxLength={forumLimits.viewName} onChange={(event) => setName(event.currentTarget.value)} />
      <Checkbox name="alerts" label={<T id="forum.view.alerts" />} hint={<T id="forum.view.alertsHint" />} checked={alerts} onChange={setAlerts} />
    </Dialog>
  );
}
