// oxlint-disable-next-line typescript/triple-slash-reference -- brings the build's virtual modules to every lib that imports this door
/// <reference path="./web.d.ts" />
export { useViewer, isStaff, type Viewer } from './viewer/viewer';
export { ViewerProvider } from './viewer/ViewerProvider';
export { ViewerDocument } from './viewer/Viewer.generated';

export { createClient, type SentOperation, type Transport } from './graphql/client';
export { sendOperation, postJson, ConnectionFailure, RestRefusal } from './graphql/http';
export { refusalOf, refusalToWords, refusedFields, useRefusal, type Refusal } from './graphql/refusal';
export { newKey } from './graphql/key';

export {
  defineWords,
  directionOf,
  firstWords,
  loadersIn,
  loadWords,
  useIntlOf,
  locales,
  platformWords,
  T,
  useLocale,
  useWords,
  wholeWords,
  wordsOf,
  WordsProvider,
  type Messages,
  type WordsLoader,
} from './words/words';
export { formatsOf, useFormats, useTimeZone, type Formats } from './words/formats';

export { pageQuery, type Page, type PageMatch, type PageModule, type PageOutcome, type PageQuery } from './page/page';
export { laterOr500, preparePage, signInAddress, wordsOfPage, type PreparedPage } from './page/prepare';
export { pageAsSent, SiteContext, useHasPage, usePage, usePageMatch, useSite, type Site } from './page/runtime';
export { keepChoice, keepTheme, themeNow, type Theme } from './page/theme';
export { documentTitle, pageTitle, siteName } from './page/head';
export { PageOutlet } from './page/PageOutlet';
export { ProblemPage, NotFound, Gone } from './page/ProblemPage';
export { RedirectTo } from './page/RedirectTo';
export { Link } from './page/Link';
export { later } from './page/later';

export { SignalsProvider, useSignal } from './signals/signals';
export type { Signal, SignalSubject } from './signals/listener';

export { useDeviceDraft, type DeviceDraft, type DraftState } from './drafts/useDeviceDraft';
export { forgetDraft, keptDrafts, type KeptDraft } from './drafts/deviceDraft';
export { SaveState, type ServerSave } from './drafts/SaveState';

export { Button, type ButtonKind, type ButtonState } from './ui/Button';
export { LinkButton } from './ui/LinkButton';
export { IconButton } from './ui/IconButton';
export { Field, type FieldWords } from './ui/Field';
export { TextInput } from './ui/TextInput';
export { TextArea } from './ui/TextArea';
export { Select } from './ui/Select';
export { Checkbox, CheckboxGroup, ChoiceCards, RadioGroup, type Choice } from './ui/Choices';
export { ErrorSummary, type FieldProblem } from './ui/ErrorSummary';
export { Banner } from './ui/Banner';
export { Toasts, useToast, type Toast } from './ui/Toasts';
export { Dialog, Sheet } from './ui/Dialog';
export { Menu, type MenuItem } from './ui/Menu';
export { Tabs } from './ui/Tabs';
export { Disclosure } from './ui/Disclosure';
export { Card, EmptyState, PartFailed, Progress, Skeleton } from './ui/Surfaces';
export { FacetPanel, FilterChips, Pager, type Facet } from './ui/Finding';
export { AudienceLabel, ResultLabel, Tag, UnreadDot } from './ui/Labels';
export { UserText, VoiceLine, type SpeakingVoice } from './ui/People';
export { RelativeTime, ZonedTime } from './ui/Times';
export { Stepper, TaskList, type Task } from './ui/Steps';
export * from './ui/icons';
export { useShortcuts, useShortcutsOn, type Shortcuts } from './keys/useShortcuts';
