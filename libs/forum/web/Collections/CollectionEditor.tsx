import { useApolloClient } from '@apollo/client/react';
import { Button, ChevronDownIcon, EditIcon, Menu, MoreIcon, RemoveIcon, T, useRefusal, useToast, useWords, type MenuItem } from '@crosscity/platform/web';
import { useRef, useState, type DragEvent } from 'react';
import { useNavigate } from 'react-router';
import { CollectionForm } from './CollectionForm';
import {
  AddToCollectionDocument, MoveInCollectionDocument, RemoveCollectionDocument, RemoveFromCollectionDocument, RestoreCollectionDocument, type CollectionWholeFragment,
} from './Collections.generated';
import css from './Collections.module.css';
import { ItemNote } from './ItemNote';

/** The order, by dragging, by buttons or from the menu; what is said about each lesson; and what is taken out, with a way back. */
export function CollectionEditor({ collection }: { collection: CollectionWholeFragment }) {
  const words = useWords();
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const navigate = useNavigate();
  const list = useRef<HTMLOListElement>(null);
  const [wording, setWording] = useState(false);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { id, lessons } = collection;
  const ids = lessons.map(({ lesson }) => lesson.id);
  const say = (error: unknown) => toast({ words: toWords(error) });

  async function move(lessonId: string, to: number) {
    const others = ids.filter((other) => other !== lessonId);
    const place = Math.max(0, Math.min(to, others.length));
    if (ids.indexOf(lessonId) === place) return;
    try {
      await client.mutate({ mutation: MoveInCollectionDocument, variables: { input: { id, lessonId, beforeId: others[place] ?? null } } });
      setSaid(words('forum.collection.moved', { title: lessons.find(({ lesson }) => lesson.id === lessonId)!.lesson.title, place: place + 1, count: ids.length }));
    } catch (error) {
      say(error);
    }
  }
  async function remove(lessonId: string) {
    const at = ids.indexOf(lessonId);
    const { note, lesson } = lessons[at]!;
    try {
      await client.mutate({ mutation: RemoveFromCollectionDocument, variables: { input: { id, lessonId } } });
      const undo = () => client.mutate({ mutation: AddToCollectionDocument, variables: { input: { id, lessonId, note, beforeId: ids[at + 1] ?? null } } }).then(() => undefined, say);
      toast({ words: words('forum.collect.removed', { title: lesson.title }), undo });
      list.current?.querySelectorAll<HTMLElement>('li')[Math.max(0, at - 1)]?.focus();
    } catch (error) {
      say(error);
    }
  }
  async function removeAll() {
    const variables = { input: { id } };
    try {
      await client.mutate({ mutation: RemoveCollectionDocument, variables });
      const undo = () => client.mutate({ mutation: RestoreCollectionDocument, variables }).then(() => navigate(`/collections/${id}`), say);
      toast({ words: words('forum.collection.removed'), undo });
      void navigate('/collections');
    } catch (error) {
      say(error);
    }
  }
  const drag = (lessonId: string) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', lessonId);
      setDragged(lessonId);
    },
    onDragEnd: () => {
      setDragged(null);
      setOver(null);
    },
  });
  return (
    <div className={css.editor}>
      <div className={css.acts}>
        <Button icon={<EditIcon />} onClick={() => setWording(true)}>
          <T id="forum.collection.change" />
        </Button>
        <Button kind="quiet" icon={<RemoveIcon />} onClick={() => void removeAll()}>
          <T id="forum.collection.remove" />
        </Button>
      </div>
      {ids.length > 1 && (
        <p className={css.muted}>
          <T id="forum.collection.orderHint" />
        </p>
      )}
      <p role="status" className="forScreenReaders">
        {said}
      </p>
      <ol ref={list} role="list" className={css.editorLessons}>
        {lessons.map(({ note, lesson }, index) => {
          const items: MenuItem[] = [
            { key: 'first', label: words('forum.collection.toStart'), onSelect: () => void move(lesson.id, 0) },
            { key: 'last', label: words('forum.collection.toEnd'), onSelect: () => void move(lesson.id, ids.length) },
            { key: 'remove', label: words('forum.collection.takeOut'), icon: <RemoveIcon />, danger: true, onSelect: () => void remove(lesson.id) },
          ];
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is the pointer's way; the buttons and the menu inside do the same
            <li
              key={lesson.id}
              tabIndex={-1}
              className={css.row}
              data-dragged={dragged === lesson.id || undefined}
              data-over={(over === lesson.id && dragged !== lesson.id) || undefined}
              {...drag(lesson.id)}
              onDragOver={(event) => {
                if (!dragged) return;
                event.preventDefault();
                setOver(lesson.id);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged) void move(dragged, index);
                setOver(null);
              }}
            >
              <span className={css.number} aria-hidden="true">
                {index + 1}
              </span>
              <div className={css.rowWords}>
                <p lang={lesson.language}>
                  <bdi>{lesson.title}</bdi>
                </p>
                <ItemNote collectionId={id} lessonId={lesson.id} note={note} title={lesson.title} />
              </div>
              <div className={css.rowActs}>
                <Button kind="quiet" className={css.up} aria-label={words('forum.collection.up', { title: lesson.title })} aria-disabled={index === 0 || undefined} onClick={() => index > 0 && void move(lesson.id, index - 1)}>
                  <ChevronDownIcon />
                </Button>
                <Button kind="quiet" aria-label={words('forum.collection.down', { title: lesson.title })} aria-disabled={index === ids.length - 1 || undefined} onClick={() => index < ids.length - 1 && void move(lesson.id, index + 1)}>
                  <ChevronDownIcon />
                </Button>
                <Menu button={<MoreIcon />} label={words('forum.collection.more', { title: lesson.title })} items={items} />
              </div>
            </li>
          );
        })}
      </ol>
      {wording && <CollectionForm collection={collection} onClose={() => setWording(false)} onDone={() => toast({ words: words('forum.collection.saved') })} />}
    </div>
  );
}
