import { Checkbox, CheckboxGroup, ChoiceCards, RadioGroup, SaveState, Select, T, TextArea, TextInput, useDeviceDraft, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { Section } from './Section';

const results = ['worked', 'mixed', 'didNot', 'harmed'];
const themes = ['schools', 'families', 'online'];
const audiences = ['public', 'members'];

export function Fields() {
  const words = useWords();
  const draft = useDeviceDraft<string>('gallery');
  const [text, setText] = useState<string>();
  const [result, setResult] = useState('mixed');
  const [chosen, setChosen] = useState(['schools']);
  const [audience, setAudience] = useState('members');
  const [agree, setAgree] = useState(true);
  const shown = text ?? draft.found?.content ?? words('gallery.text.sample');
  return (
    <Section word="gallery.fields">
      <TextInput label={<T id="gallery.name" />} hint={<T id="gallery.name.hint" />} optional name="group" />
      <TextInput id="gallery-email" type="email" label={<T id="gallery.email" />} error={<T id="gallery.email.error" />} defaultValue="amal.example.org" autoComplete="off" />
      <TextArea
        label={<T id="gallery.text" />}
        value={shown}
        limit={60}
        saveState={<SaveState device={draft.state} />}
        onChange={(event) => {
          setText(event.currentTarget.value);
          draft.keep(event.currentTarget.value);
        }}
      />
      <Select label={<T id="gallery.city" />} empty={words('gallery.city.empty')} options={['Oslo', 'Aarhus', 'Gent'].map((city) => ({ value: city, label: city }))} />
      <RadioGroup label={<T id="gallery.result" />} name="result" value={result} onChange={setResult} choices={results.map((value) => ({ value, label: <T id={`platform.result.${value}`} /> }))} />
      <CheckboxGroup label={<T id="gallery.themes" />} name="themes" value={chosen} onChange={setChosen} choices={themes.map((value) => ({ value, label: <T id={`gallery.themes.${value}`} /> }))} />
      <ChoiceCards
        label={<T id="gallery.audience" />}
        name="audience"
        value={audience}
        onChange={setAudience}
        choices={audiences.map((value) => ({ value, label: <T id={`gallery.audience.${value}`} />, hint: <T id={`gallery.audience.${value}.hint`} /> }))}
      />
      <Checkbox label={<T id="gallery.agree" />} checked={agree} onChange={setAgree} />
    </Section>
  );
}
