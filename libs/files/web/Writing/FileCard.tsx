import { useApolloClient } from '@apollo/client/react';
import { filesLimits, type Faces } from '@crosscity/files/contract';
import { Button, Checkbox, FileIcon, IconButton, Progress, RadioGroup, RemoveIcon, T, TextInput, useFormats, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Picture } from '../Shown/Picture';
import { useFileSize } from '../Shown/useFileSize';
import { useFiles } from './useFiles';
import { VideoWords } from './VideoWords';
import css from './Writing.module.css';
import { DescribeFileDocument, type WrittenFileFragment } from './Writing.generated';

const BlurTool = lazy(() => import('./BlurTool').then(({ BlurTool: tool }) => ({ default: tool })));

/** One file in a form: how far it is, what it shows, and what can be done with it. */
export function FileCard({ file }: { file: WrittenFileFragment }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const { remove } = useFiles();
  const sizeOf = useFileSize();
  const [removing, setRemoving] = useState(false);
  const name = file.name || words(`files.kind.${file.kind}`);
  return (
    <li className={css.card} data-state={file.state}>
      <div className={css.cardHead}>
        {file.state === 'ready' && file.kind === 'picture' ? (
          <div className={css.thumbnail}>
            <Picture file={{ ...file, isDecoration: true }} sizes="8rem" />
          </div>
        ) : (
          <span className={css.kind}><FileIcon /></span>
        )}
        <div className={css.cardFacts}>
          <p>
            <bdi>{name}</bdi>
          </p>
          <p className={css.hint}>{sizeOf(file.bytes)}</p>
        </div>
        <IconButton
          label={words('files.removeWhat', { name })}
          icon={<RemoveIcon />}
          onClick={() => {
            if (removing) return;
            setRemoving(true);
            remove(file).catch((error: unknown) => {
              setRemoving(false);
              toast({ words: toWords(error) });
            });
          }}
        />
      </div>
      {file.state === 'receiving' && <OnItsWay file={file} />}
      {file.state === 'processing' && <Progress label={words('files.way.processing')} />}
      {file.state === 'refused' && (
        <p className={css.refused} role="alert">
          {words(`files.refused.${file.refusal ?? 'broken'}`)}
        </p>
      )}
      {file.state === 'ready' && <Described file={file} />}
    </li>
  );
}

function OnItsWay({ file }: { file: WrittenFileFragment }) {
  const words = useWords();
  const formats = useFormats();
  const { onTheirWay, stop, goOn } = useFiles();
  const way = onTheirWay.get(file.id);
  const percent = way && 'share' in way ? Math.floor(way.share * 100) : 0;
  if (!way) return <p className={css.hint}>{words('files.way.elsewhere')}</p>;
  if (way.state === 'failed') {
    return (
      <p className={css.refused} role="alert">
        {way.words}
      </p>
    );
  }
  return (
    <div className={css.way}>
      <Progress label={words(`files.way.${way.state}`, { percent: formats.number(percent) })} share={way.share} />
      {way.state === 'stopped' ? (
        <Button onClick={() => void goOn(file)}>
          <T id="files.way.goOn" />
        </Button>
      ) : (
        <Button kind="quiet" onClick={() => stop(file.id)}>
          <T id="files.way.stop" />
        </Button>
      )}
    </div>
  );
}

/** What it shows, and whether faces are visible: asked here, and once more before publishing where it is missing. */
export function Described({ file }: { file: WrittenFileFragment }) {
  const words = useWords();
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const [description, setDescription] = useState(file.description);
  const [blurring, setBlurring] = useState(false);
  const [problem, setProblem] = useState<string>();
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; text: string } | null>(null);

  const save = (change: { description?: string; isDecoration?: boolean; faces?: Faces }) =>
    client.mutate({ mutation: DescribeFileDocument, variables: { input: { id: file.id, ...change } } }).then(
      () => setProblem(undefined),
      // What was typed stays in the field.
      (error: unknown) => ('description' in change ? setProblem(toWords(error)) : toast({ words: toWords(error) })),
    );
  const flush = () => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    void save({ description: waiting.current.text });
    waiting.current = null;
  };
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => {
    const leave = () => latest.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return (
    <div className={css.described}>
      {!file.isDecoration && (
        <TextInput
          label={words(`files.describe.${file.kind}`)}
          hint={file.kind === 'document' ? undefined : words('files.describe.hint')}
          optional={file.kind === 'document'}
          value={description}
          error={problem}
          maxLength={filesLimits.description}
          onBlur={flush}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setDescription(text);
            if (waiting.current) clearTimeout(waiting.current.timer);
            waiting.current = { text, timer: setTimeout(() => latest.current(), 800) };
          }}
        />
      )}
      {file.kind === 'picture' && <Checkbox label={words('files.decoration')} checked={file.isDecoration} onChange={(isDecoration) => void save({ isDecoration })} />}
      {file.kind !== 'document' && (
        <RadioGroup
          name={`faces-${file.id}`}
          label={words('files.faces')}
          hint={words(file.kind === 'picture' ? 'files.faces.hint' : 'files.faces.hintVideo')}
          value={file.faces}
          choices={[
            { value: 'none', label: words('files.faces.none') },
            { value: 'agreed', label: words('files.faces.agreed') },
            ...(file.faces === 'blurred' ? [{ value: 'blurred', label: words('files.faces.blurred') }] : []),
          ]}
          onChange={(faces) => void save({ faces: faces as Faces })}
        />
      )}
      {file.kind === 'picture' && (
        <Button onClick={() => setBlurring(true)}>
          <T id="files.blur" />
        </Button>
      )}
      {file.kind === 'video' && <VideoWords file={file} />}
      {blurring && (
        <Suspense fallback={null}>
          <BlurTool file={file} onClose={() => setBlurring(false)} />
        </Suspense>
      )}
    </div>
  );
}
