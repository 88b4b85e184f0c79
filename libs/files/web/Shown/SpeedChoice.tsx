import { useWords } from '@crosscity/platform/web';
import type { RefObject } from 'react';

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];

/** How fast a video plays. Needs script, so it comes after the page. */
export function SpeedChoice({ video }: { video: RefObject<HTMLVideoElement | null> }) {
  const words = useWords();
  return (
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
  );
}
