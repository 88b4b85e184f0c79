import { Disclosure, T, useWords } from '@crosscity/platform/web';
import { useRef } from 'react';
import { fileAddress } from './addresses';
import type { ShownFileFragment } from './Shown.generated';
import css from './Shown.module.css';
import { useLanguageNames } from './useLanguageNames';

type VideoFile = Pick<ShownFileFragment, 'fileId' | 'revision' | 'width' | 'height' | 'description' | 'captions' | 'transcripts'>;

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];

/** The browser's own player, which people and their keyboards know. Nothing plays or loads by itself. */
export function VideoPlayer({ file }: { file: VideoFile }) {
  const words = useWords();
  const languageName = useLanguageNames();
  const video = useRef<HTMLVideoElement>(null);
  return (
    <div className={css.video}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- where there are captions they are here; where not, the words below say so */}
      <video ref={video} controls playsInline preload="metadata" width={file.width ?? undefined} height={file.height ?? undefined} aria-label={file.description} src={fileAddress(file, 'video')}>
        {file.captions.map((language, index) => (
          <track key={language} kind="captions" src={`/files/${file.fileId}/captions-${language}`} srcLang={language} label={languageName(language)} default={index === 0} />
        ))}
      </video>
      <div className={css.videoFacts}>
        <label>
          {words('files.video.speed')}{' '}
          <select
            defaultValue="1"
            onChange={(event) => {
              if (video.current) video.current.playbackRate = Number(event.currentTarget.value);
            }}
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {`${speed}×`}
              </option>
            ))}
          </select>
        </label>
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
