import { registerEnumType } from '@nestjs/graphql';
import { FIELDS_OF_WORK, type FieldOfWork, VISIBILITIES, type Visibility } from '@crosscity/identity/contract';

export const enumOf = <Value extends string>(values: readonly Value[]) => Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };

export const FieldOfWorkEnum: { [V in FieldOfWork]: V } = enumOf(FIELDS_OF_WORK);
registerEnumType(FieldOfWorkEnum, { name: 'FieldOfWork', description: 'What somebody works in.' });

export const VisibilityEnum: { [V in Visibility]: V } = enumOf(VISIBILITIES);
registerEnumType(VisibilityEnum, { name: 'Visibility', description: 'Who may see a part of a profile.' });

export const ApplicationViewEnum = { waiting: 'waiting', decided: 'decided' } as const;
export type ApplicationView = keyof typeof ApplicationViewEnum;
registerEnumType(ApplicationViewEnum, { name: 'ApplicationView' });

export const ApplicationStatusEnum = { waiting: 'waiting', admitted: 'admitted', refused: 'refused' } as const;
registerEnumType(ApplicationStatusEnum, { name: 'ApplicationStatus' });
