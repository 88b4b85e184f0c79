import { forumLimits, type DraftContent } from '@crosscity/forum/contract';
import { Disclosure, T, TextInput, useWords } from '@crosscity/platform/web';
import { fieldId } from './lesson-form';

interface EvaluationProps {
  content: DraftContent;
  change: (part: Partial<DraftContent>) => void;
  problemOf: (field: keyof DraftContent) => string | undefined;
}

/** Who evaluated it from outside, and where that can be read. Few lessons have one, so it is folded away until it is wanted. */
export function EvaluationFields({ content, change, problemOf }: EvaluationProps) {
  const words = useWords();
  const isUsed = Boolean(content.evaluationBy || content.evaluationUrl || problemOf('evaluationBy') || problemOf('evaluationUrl'));
  return (
    <Disclosure summary={words('forum.write.evaluation')} open={isUsed}>
      <p>
        <T id="forum.write.evaluation.lead" />
      </p>
      <TextInput
        id={fieldId('evaluationBy')}
        label={words('forum.write.evaluation.by')}
        optional
        value={content.evaluationBy ?? ''}
        error={problemOf('evaluationBy')}
        maxLength={forumLimits.evaluationBy}
        onChange={(event) => change({ evaluationBy: event.currentTarget.value })}
      />
      <TextInput
        id={fieldId('evaluationUrl')}
        label={words('forum.write.evaluation.url')}
        type="url"
        dir="ltr"
        optional
        value={content.evaluationUrl ?? ''}
        error={problemOf('evaluationUrl')}
        maxLength={forumLimits.evaluationUrl}
        onChange={(event) => change({ evaluationUrl: event.currentTarget.value })}
      />
    </Disclosure>
  );
}
