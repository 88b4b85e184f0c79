import { useWords } from '@crosscity/platform/web';
import { useLanguageName } from '../words/names';
import type { FacetName } from './lesson-filter';
import type { LessonListPageQuery } from './LessonListPage.generated';

export type LabelOf = (facet: FacetName, value: string) => string;

/** What a value of a facet is called: themes and cities come named, the rest is worded here. */
export function useFacetLabel(facets: LessonListPageQuery['lessonFacets']): LabelOf {
  const words = useWords();
  const languageName = useLanguageName();
  return (facet, value) => {
    switch (facet) {
      case 'language':
        return languageName(value);
      case 'level':
        return words(`forum.level.${value}`);
      case 'result':
        return words(`forum.result.${value}`);
      case 'evidence':
        return words(`forum.evidence.${value}`);
      case 'audience':
        return words(`forum.audience.${value}`);
      default:
        return facets.find((known) => known.facet === facet)?.options.find((option) => option.value === value)?.label ?? value;
    }
  };
}
