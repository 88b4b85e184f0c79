import { JOININGS, SPACE_KINDS, forumLimits, type Joining, type SpaceKind } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { CheckboxGroup, ChoiceCards, Select, TextArea, TextInput, useWords } from '@crosscity/platform/web';
import { useLanguageName } from '../words/names';

export interface SpaceSettings {
  name: string;
  purpose: string;
  language: string;
  kind: SpaceKind;
  joining: Joining;
  cityIds: string[];
}

interface SettingsFieldsProps {
  value: SpaceSettings;
  onChange: (change: Partial<SpaceSettings>) => void;
  cities: readonly { id: string; name: string }[];
  nameError?: string;
}

/** What a space is called, who reads in it, how one joins. */
export function SettingsFields({ value, onChange, cities, nameError }: SettingsFieldsProps) {
  const words = useWords();
  const languageName = useLanguageName();
  return (
    <>
      <TextInput id="space-name" label={words('forum.space.name')} maxLength={forumLimits.spaceName} value={value.name} error={nameError} onChange={(event) => onChange({ name: event.currentTarget.value })} required />
      <TextArea id="space-purpose" label={words('forum.space.purpose')} hint={words('forum.space.purpose.hint')} limit={forumLimits.spacePurpose} rows={3} value={value.purpose} onChange={(event) => onChange({ purpose: event.currentTarget.value })} optional />
      <Select id="space-language" label={words('forum.space.language')} options={Object.keys(CONTENT_LANGUAGES).map((language) => ({ value: language, label: languageName(language) }))} value={value.language} onChange={(event) => onChange({ language: event.currentTarget.value })} />
      <ChoiceCards name="kind" label={words('forum.space.kind')} value={value.kind} onChange={(kind) => onChange({ kind: kind as SpaceKind })} choices={SPACE_KINDS.map((kind) => ({ value: kind, label: words(`forum.space.kind.${kind}`), hint: words(`forum.space.readers.${kind}`) }))} />
      <ChoiceCards name="joining" label={words('forum.space.joining')} value={value.joining} onChange={(joining) => onChange({ joining: joining as Joining })} choices={JOININGS.map((joining) => ({ value: joining, label: words(`forum.space.joining.${joining}`), hint: words(`forum.space.joining.${joining}.hint`) }))} />
      {value.joining === 'city' && <CheckboxGroup name="cities" label={words('forum.space.cities')} choices={cities.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))} value={value.cityIds} onChange={(cityIds) => onChange({ cityIds })} />}
    </>
  );
}
