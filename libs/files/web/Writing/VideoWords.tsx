import { useMutation } from '@apollo/client/react';
import { filesLimits } from '@crosscity/files/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { Button, Disclosure, Select, T, TextArea, useLocale, useRefusal, useWords } from '@crosscity/platform/web';
import { useRef, useState } from 'react';
import { useLanguageNames } from '../Shown/useLanguageNames';
import css from './Writing.module.css';
import { PutVideoWordsDocument, type WrittenFileFragment } from './Writing.generated';

/** Captions and what is said, for those who can't hear it, or are on a bus. */
export function VideoWords({ file }: { file: WrittenFileFragment }) {
  const words = useWords();
  const toWords = useRefusal();
  const { locale } = useLocale();
  const languageName = useLanguageNames();
  const [language, setLanguage] = useState<string>(locale);
  const [transcript, setTranscript] = useState(file.transcripts.find((known) => known.language === locale)?.text ?? '');
  const [problem, setProblem] = useState<string>();
  const [put, { loading }] = useMutation(PutVideoWordsDocument);
  const chooser = useRef<HTMLInputElement>(null);
  const save = (change: { captions?: string; transcript?: string }) => {
    setProblem(undefined);
    return put({ variables: { input: { id: file.id, language, ...change } } }).then(
      () => undefined,
      (error: unknown) => setProblem(toWords(error)),
    );
  };
  const hasCaptions = file.captions.includes(language);
  return (
    <Disclosure summary={<T id="files.words.title" />} open={file.captions.length + file.transcripts.length === 0}>
      <div className={css.described}>
        <Select
          label={words('files.words.language')}
          value={language}
          options={Object.keys(CONTENT_LANGUAGES).map((code) => ({ value: code, label: languageName(code) }))}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setLanguage(next);
            setTranscript(file.transcripts.find((known) => known.language === next)?.text ?? '');
          }}
        />
        <div className={css.dropButtons}>
          <Button state={loading ? 'busy' : undefined} onClick={() => chooser.current?.click()}>
            <T id={hasCaptions ? 'files.words.replaceCaptions' : 'files.words.addCaptions'} />
          </Button>
          {hasCaptions && (
            <Button kind="quiet" onClick={() => void save({ captions: '' })}>
              <T id="files.words.removeCaptions" />
            </Button>
          )}
          <input
            ref={chooser}
            type="file"
            accept=".vtt,.srt,text/vtt"
            className="forScreenReaders"
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (chosen) void (chosen.size > filesLimits.captions * 4 ? Promise.resolve(setProblem(words('files.words.tooLong'))) : chosen.text().then((captions) => save({ captions })));
              event.currentTarget.value = '';
            }}
          />
        </div>
        <p className={css.hint}>
          <T id="files.words.captionsHint" />
        </p>
        {problem && (
          <p className={css.refused} role="alert">
            {problem}
          </p>
        )}
        <TextArea label={words('files.words.transcript')} hint={words('files.words.transcriptHint')} optional rows={4} limit={filesLimits.transcript} value={transcript} onChange={(event) => setTranscript(event.currentTarget.value)} onBlur={() => void save({ transcript })} />
      </div>
    </Disclosure>
  );
}
