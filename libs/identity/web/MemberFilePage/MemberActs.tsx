import { useMutation } from '@apollo/client/react';
import { Banner, CheckboxGroup, RadioGroup, Select, T, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { ActForm, type ActTerms } from './ActForm';
import { ChangeMemberCityDocument, ChangeMemberCoordinationDocument, ChangeMemberRoleDocument, EndMemberSessionsDocument, ReopenMemberDocument, type MemberFilePartsFragment } from './MemberFilePage.generated';
import { SuspendForm } from './SuspendForm';
import css from './MemberFilePage.module.css';

interface ActsProps {
  file: MemberFilePartsFragment;
  cities: readonly { id: string; name: string }[];
  onConflict: () => Promise<unknown>;
}

/** What the one who reads may do to this account; nothing else is shown. */
export function MemberActs({ file, cities, reload }: Omit<ActsProps, 'onConflict'> & { reload: () => Promise<unknown> }) {
  const [late, setLate] = useState(false);
  const onConflict = async () => {
    await reload().catch(() => undefined);
    setLate(true);
  };
  const { changeRights, suspend, reopen, endSessions } = file.viewerCan;
  if (!changeRights && !suspend && !endSessions) {
    return (
      <p>
        <T id="identity.file.administrators" />
      </p>
    );
  }
  return (
    <section className={css.part} aria-labelledby="acts">
      <h2 id="acts">
        <T id="identity.file.acts" />
      </h2>
      {late && (
        <Banner live kind="warning">
          <p>
            <T id="identity.file.conflict" />
          </p>
        </Banner>
      )}
      <div>
        {/* Anew after each change of the account, so that the fields start from what is true now. */}
        {changeRights && (
          <>
            <CoordinationForm key={`cities ${file.coordinates.map(({ id }) => id).join()}`} file={file} cities={cities} onConflict={onConflict} />
            <CityForm key={`city ${file.city?.id}`} file={file} cities={cities} onConflict={onConflict} />
            <RoleForm key={`role ${file.role}`} file={file} cities={cities} onConflict={onConflict} />
          </>
        )}
        {endSessions && <EndSessionsForm file={file} cities={cities} onConflict={onConflict} />}
        {reopen && <ReopenForm file={file} cities={cities} onConflict={onConflict} />}
        {suspend && <SuspendForm file={file} onConflict={onConflict} />}
      </div>
    </section>
  );
}

const ROLES = ['member', 'moderator', 'administrator'] as const;
type Role = (typeof ROLES)[number];

function RoleForm({ file, onConflict }: ActsProps) {
  const [role, setRole] = useState<Role>(file.role);
  const [change] = useMutation(ChangeMemberRoleDocument);
  const run = async (to: Role, terms: ActTerms) => (await change({ variables: { input: { ...terms, role: to } } })).data!.changeMemberRole as MemberFilePartsFragment;
  return (
    <ActForm name="role" file={file} onConflict={onConflict} run={(terms) => run(role, terms)} undo={(terms) => run(file.role, terms)}>
      <RadioGroup id="act-role" name="role" label={<T id="identity.role" />} choices={ROLES.map((value) => ({ value, label: <T id={`identity.role.${value}`} />, hint: <T id={`identity.role.${value}.hint`} /> }))} value={role} onChange={(value) => setRole(value as Role)} />
    </ActForm>
  );
}

function CoordinationForm({ file, cities, onConflict }: ActsProps) {
  const before = file.coordinates.map(({ id }) => id);
  const [chosen, setChosen] = useState(before);
  const [change] = useMutation(ChangeMemberCoordinationDocument);
  const run = async (cityIds: string[], terms: ActTerms) => (await change({ variables: { input: { ...terms, cityIds } } })).data!.changeMemberCoordination as MemberFilePartsFragment;
  return (
    <ActForm name="coordination" file={file} onConflict={onConflict} run={(terms) => run(chosen, terms)} undo={(terms) => run(before, terms)}>
      <div className={css.cities}>
        <CheckboxGroup id="act-coordination" name="cities" label={<T id="identity.file.coordinates" />} choices={cities.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))} value={chosen} onChange={setChosen} />
      </div>
    </ActForm>
  );
}

function CityForm({ file, cities, onConflict }: ActsProps) {
  const words = useWords();
  const before = file.city?.id ?? '';
  const [city, setCity] = useState(before);
  const [change] = useMutation(ChangeMemberCityDocument);
  const run = async (cityId: string, terms: ActTerms) => (await change({ variables: { input: { ...terms, cityId: cityId || null } } })).data!.changeMemberCity as MemberFilePartsFragment;
  return (
    <ActForm name="city" file={file} onConflict={onConflict} run={(terms) => run(city, terms)} undo={(terms) => run(before, terms)}>
      <Select id="act-city" name="city" label={<T id="identity.city" />} empty={words('identity.files.noCity')} options={cities.map(({ id, name }) => ({ value: id, label: name }))} value={city} onChange={(event) => setCity(event.currentTarget.value)} />
    </ActForm>
  );
}

function EndSessionsForm({ file, onConflict }: ActsProps) {
  const [end] = useMutation(EndMemberSessionsDocument);
  return <ActForm name="endSessions" file={file} kind="danger" onConflict={onConflict} run={async (input) => (await end({ variables: { input } })).data!.endMemberSessions as MemberFilePartsFragment} />;
}

function ReopenForm({ file, onConflict }: ActsProps) {
  const [reopen] = useMutation(ReopenMemberDocument);
  return <ActForm name="reopen" file={file} onConflict={onConflict} run={async (input) => (await reopen({ variables: { input } })).data!.reopenMember as MemberFilePartsFragment} />;
}
