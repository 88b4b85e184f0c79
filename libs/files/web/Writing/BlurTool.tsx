import { useMutation } from '@apollo/client/react';
import { AddIcon, Banner, Button, Dialog, RemoveIcon, T, useRefusal, useWords } from '@crosscity/platform/web';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { Picture } from '../Shown/Picture';
import { areaBetween, moved, type Area } from './areas';
import css from './Writing.module.css';
import { BlurPictureDocument, type WrittenFileFragment } from './Writing.generated';

/** Boxes over faces, drawn with a finger or set with the arrow keys. The server burns the blur in; what was under it is gone. */
export function BlurTool({ file, onClose }: { file: WrittenFileFragment; onClose: () => void }) {
  const words = useWords();
  const toWords = useRefusal();
  const board = useRef<HTMLDivElement>(null);
  const [areas, setAreas] = useState<readonly Area[]>([]);
  const [drawing, setDrawing] = useState<{ from: { x: number; y: number }; area: Area } | null>(null);
  const [problem, setProblem] = useState<string>();
  const [blur, { loading }] = useMutation(BlurPictureDocument);

  const pointOf = (event: PointerEvent) => {
    const frame = board.current!.getBoundingClientRect();
    return { x: (event.clientX - frame.left) / frame.width, y: (event.clientY - frame.top) / frame.height };
  };
  function keys(event: KeyboardEvent, index: number) {
    const changed = moved(areas[index]!, event.key, event.shiftKey);
    if (event.key === 'Delete' || event.key === 'Backspace') setAreas(areas.filter((_area, other) => other !== index));
    else if (changed) setAreas(areas.map((area, other) => (other === index ? changed : area)));
    else return;
    event.preventDefault();
  }
  async function burn() {
    setProblem(undefined);
    try {
      await blur({ variables: { input: { id: file.id, revision: file.revision, areas: areas.map(({ x, y, width, height }) => ({ x, y, width, height })) } } });
      onClose();
    } catch (error) {
      setProblem(toWords(error));
    }
  }
  const shown = drawing ? [...areas, drawing.area] : areas;
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('files.blur')}
      actions={
        <>
          <Button kind="primary" state={loading ? 'busy' : undefined} onClick={() => (areas.length > 0 ? void burn() : setProblem(words('files.blur.none')))}>
            <T id="files.blur.do" />
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <T id="files.cancel" />
          </Button>
        </>
      }
    >
      <p>
        <T id="files.blur.words" />
      </p>
      {problem && (
        <Banner kind="danger" live>
          {problem}
        </Banner>
      )}
      {/* A picture has no reading direction: its boxes are counted from the left in every language. */}
      <div
        ref={board}
        className={css.board}
        dir="ltr"
        onPointerDown={(event) => {
          if (event.target instanceof HTMLButtonElement) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const from = pointOf(event);
          setDrawing({ from, area: areaBetween(from, from) });
        }}
        onPointerMove={(event) => drawing && setDrawing({ from: drawing.from, area: areaBetween(drawing.from, pointOf(event)) })}
        onPointerUp={() => {
          if (drawing && drawing.area.width > 0.01 && drawing.area.height > 0.01) setAreas([...areas, drawing.area]);
          setDrawing(null);
        }}
        onPointerCancel={() => setDrawing(null)}
      >
        <Picture file={{ ...file, isDecoration: true }} />
        {shown.map((area, index) => (
          <button
            key={index}
            type="button"
            className={css.area}
            style={{ insetInlineStart: `${area.x * 100}%`, insetBlockStart: `${area.y * 100}%`, inlineSize: `${area.width * 100}%`, blockSize: `${area.height * 100}%` }}
            aria-label={words('files.blur.area', { number: index + 1 })}
            onKeyDown={(event) => keys(event, index)}
          />
        ))}
      </div>
      <div className={css.dropButtons}>
        <Button icon={<AddIcon />} onClick={() => setAreas([...areas, { x: 0.4, y: 0.3, width: 0.2, height: 0.2 }])}>
          <T id="files.blur.add" />
        </Button>
        {areas.length > 0 && (
          <Button kind="quiet" icon={<RemoveIcon />} onClick={() => setAreas(areas.slice(0, -1))}>
            <T id="files.blur.removeLast" />
          </Button>
        )}
      </div>
      <p className={css.hint}>
        <T id="files.blur.keys" />
      </p>
    </Dialog>
  );
}
