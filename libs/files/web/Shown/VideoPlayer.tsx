import { Disclosure, T, loadWords, useLocale, useWords } from '@crosscity/platform/web';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { filesWords } from '../catalogues';
import { fileAddress } from './addresses';
import type { ShownFileFragment } from './Shown.generated';
import css from './Shown.module.css';
import { useLanguageNames } from './useLanguageNames';

type VideoFile = Pick<ShownFileFragment, 'fileId' | 'revision' | 'width' | 'height' | 'description' | 'captions' | 'transcripts'>;

const SpeedChoice = lazy(() => import('./SpeedChoice').then(({ SpeedChoice: choice }) => ({ default: choice })));

/** The browser's own player, which people and their keyboards know. Nothing plays or loads by itself. */
export function VideoPlayer({ file }: { file: VideoFile }) {
  const words = useWords();
  const languageName = useLanguageNames();
  const video = useRef<HTMLVideoElement>(null);
  const { locale } = useLocale();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void loadWords(locale, [filesWords]).then(() => setReady(true), () => undefined);
  }, [locale]);
  return (
    <div className={css.video}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- where there are captions they are here; where not, the words below say so */}
      <video ref={video} controls playsInline preload="metadata" width={file.width ?? undefined} height={file.height ?? undefined} aria-label={file.description} src={fileAddress(file, 'video')}>
        {file.captions.map((language, index) => (
          <track key={language} kind="captions" src={`/files/${file.fileId}/captions-${language}`} srcLang={language} label={languageName(language)} default={index === 0} />
        ))}
      </video>
      <div className={css.videoFacts}>
        {ready && (
          <Suspense fallback={null}>
            <SpeedChoice video={video} />
          </Suspense>
        )}
        <span>{file.captions.length > 0 ? words('files.video.captions', { languages: file.captions.map(languageName).join(', ') }) : words('files.video.noCaptions')}</span>
      </div>
      {file.transcripts.map(({ language, text }) => (
        <Disclosure key={language} summary={<T id="files.video.transcript" values={{ language: languageName(language) }} />}>
          <p className={css.transcript} lang={language} dir="auto">
            {text}
          </p>
        </Disclosure>
      ))}
    </div>
  );
}
