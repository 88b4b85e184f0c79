import { useApolloClient } from '@apollo/client/react';
import { FilesOf } from '@crosscity/files/web';
import { BackIcon, Banner, Button, ErrorSummary, Link, T, TaskList, newKey, pageQuery, refusalOf, refusedFields, useLocale, usePage, usePageMatch, useRefusal, useToast, useViewer, useWords, wordsOf, type FieldProblem, type PageModule } from '@crosscity/platform/web';
import { useEffect, useMemo, useState } from 'react';
import type { IntlShape } from 'react-intl';
import { useNavigate } from 'react-router';
import { ConflictBanner } from '../Drafts/ConflictBanner';
import { makeListOpenable } from '../Drafts/offline-drafts';
import { putInOutbox } from '../Drafts/outbox';
import { SaveLine } from '../Drafts/SaveLine';
import { useSavedDraft } from '../Drafts/useSavedDraft';
import { useOfflineWriting } from '../Drafts/useOfflineWriting';
import { showCaseData } from '../Drafts/show-refused';
import { CheckLesson } from './CheckLesson';
import { LESSON_TEXTS, doneCount, fieldId, isEmptyLesson, isSection, lessonInput, missingIn, nextSection, sectionOf, sections, stateOf, withDefaults, type Section } from './lesson-form';
import css from './LessonForm.module.css';
import { LivePreview } from './LivePreview';
import { PartScreen } from './PartScreen';
import { useSectionName } from './SectionFields';
import { useLessonGuard } from './useLessonGuard';
import { DraftPageDocument, PublishLessonDocument, type DraftPageQuery } from './Writing.generated';

export const query = pageQuery(DraftPageDocument, ({ params }) => ({ id: params.id! }));
export const title: PageModule['title'] = (intl: IntlShape, data: DraftPageQuery) => data.draft.content.title || wordsOf(intl, 'forum.write.pageTitle');
export const robots = 'noindex';
/** Its parts are one page: what is typed in one is there in the next, and what is being sent goes on. */
export const whole: PageModule['whole'] = ({ params }) => `draft ${params.id}`;

/** An unfinished reply is continued where it belongs. */
export const outcome: PageModule['outcome'] = ({ draft }: DraftPageQuery, { params }) => {
  if (draft.kind === 'lesson' && !draft.threadId) return params.part && !isSection(params.part) ? { status: 404 } : undefined;
  if (draft.kind === 'lesson') return { redirect: `/lessons/${draft.threadId}/edit` };
  return { redirect: `/lessons/${draft.threadId}?draft=${draft.kind}` };
};

/** The trial became a lesson meanwhile, or is not there any more. */
function isAboutTrial(error: unknown): boolean {
  return refusalOf(error).code === 'forum.alreadyGrown' || 'grownFrom' in refusedFields(error);
}

/** A new lesson as a list of parts, in any order and any number of sittings; before anything is public, the page as readers will see it. */
export function Page() {
  const { data } = usePage(DraftPageDocument);
  const { search, params } = usePageMatch();
  const words = useWords();
  const nameOf = useSectionName();
  const { locale } = useLocale();
  const client = useApolloClient();
  const viewer = useViewer();
  const navigate = useNavigate();
  const toast = useToast();
  const toWords = useRefusal();
  const draft = useSavedDraft({ kind: 'lesson', name: `lesson ${data.draft.id}`, known: data.draft, isEmpty: isEmptyLesson });
  const [key] = useState(newKey);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const content = useMemo(() => withDefaults(draft.content, data, locale), [draft.content, data, locale]);
  const guard = useLessonGuard(content, draft.change);
  useOfflineWriting();
  useEffect(() => {
    const look = () => {
      if (!navigator.onLine) makeListOpenable(client, data, data.draft);
    };
    look();
    addEventListener('offline', look);
    return () => removeEventListener('offline', look);
  }, [client, data]);
  const list = `/drafts/${data.draft.id}`;
  const files = { kind: 'draft', id: data.draft.id } as const;
  const checking = search.get('step') === 'check' && missingIn(content).length === 0;
  const part = isSection(params.part) ? params.part : null;
  // On a wide screen there is always a part in the middle; on a phone the list stands alone.
  const shown: Section = part ?? nextSection(null, content) ?? 'words';

  function check() {
    const missing = missingIn(content);
    setProblems(missing.map(({ field, words: id, values }) => ({ field: fieldId(field), to: `${list}/${sectionOf(field)}#${fieldId(field)}`, words: words(id, values) })));
    void draft.flush();
    void navigate(missing.length > 0 ? list : `${list}?step=check`);
  }
  function goOn(next: Section | null) {
    void draft.flush();
    void navigate(next ? `${list}/${next}` : list);
  }
  async function publish() {
    setBusy(true);
    setRefused(undefined);
    if (!(await guard.check())) return setBusy(false);
    const written = lessonInput(content);
    const input = { key, draftId: data.draft.id, voiceId: content.voiceId ?? null, grownFrom: content.grownFrom ?? null, spaceId: content.spaceId ?? null, ...written };
    try {
      await draft.flush();
      const { data: answer } = await client.mutate({ mutation: PublishLessonDocument, variables: { input } });
      await draft.finish({ serverHasTaken: true, keepShown: true });
      void navigate(`/lessons/${answer!.publishLesson.id}/published`, { replace: true });
    } catch (error) {
      const { code } = refusalOf(error);
      // No network, or no answer: the device keeps it with its key and sends it once, when it can.
      if (code === 'platform.offline' && viewer && (await draft.handOver((kept) => putInOutbox(viewer.id, { input, kept })))) {
        makeListOpenable(client, data, data.draft);
        toast({ words: words('forum.outbox.waits') });
        return void navigate('/drafts', { replace: true });
      }
      // The text stands by itself then, and the next press publishes it.
      if (content.grownFrom && isAboutTrial(error)) draft.change({ grownFrom: null });
      setRefused(toWords(error));
      setBusy(false);
      await showCaseData(guard, error, written);
    }
  }

  if (checking) {
    return (
      <FilesOf subject={files}>
        <CheckLesson content={content} guard={guard} choices={data} problem={refused} busy={busy} publishWords={words('forum.check.publish')} onPublish={() => void publish()} back={list} partAddress={(section) => `${list}/${section}`} />
      </FilesOf>
    );
  }
  const conflict = draft.conflict && <ConflictBanner conflict={draft.conflict} mine={content} onChoose={draft.resolve} show={LESSON_TEXTS} />;
  return (
    <FilesOf subject={files}>
    <div className={css.draft} data-view={part ? 'part' : 'list'}>
      <div className={css.draftTop}>
        <Link to="/drafts" className={css.back}>
          <BackIcon />
          <T id="forum.write.leave" />
        </Link>
        {part && (
          <Link to={list} className={`${css.back} ${css.toList}`}>
            <T id="forum.write.tasks" />
          </Link>
        )}
      </div>
      {conflict && <div className={css.conflict}>{conflict}</div>}
      <div className={css.list}>
        {!part && <h1 dir="auto">{content.title || <T id="forum.write.pageTitle" />}</h1>}
        <p className={css.muted}>
          <T id="forum.write.progress" values={{ done: doneCount(content) as never, of: sections.length as never }} />
        </p>
        {!part && content.grownFrom && (
          <Banner>
            <T id="forum.grow.banner" />
          </Banner>
        )}
        {!part && <ErrorSummary problems={problems} />}
        <TaskList
          label={words('forum.write.tasks')}
          tasks={sections.map((section) => ({ key: section, to: `${list}/${section}`, label: nameOf(section), state: stateOf(section, content), isCurrent: part === section }))}
        />
        <p className={css.save}>
          <SaveLine state={draft.state} />
        </p>
        <div className={css.buttons}>
          <Button kind={nextSection(null, content) ? 'secondary' : 'primary'} onClick={check}>
            <T id="forum.write.check" />
          </Button>
        </div>
      </div>
      <div className={css.middle}>
        <PartScreen key={shown} draft={draft} list={list} heading={part ? 'h1' : 'h2'} section={shown} content={content} choices={data} guard={guard} problems={problems} onNext={goOn} onCheck={missingIn(content).length === 0 ? check : undefined} />
      </div>
      <LivePreview content={content} />
    </div>
    </FilesOf>
  );
}
