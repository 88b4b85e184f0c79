import { BellIcon, Button, CheckIcon, LinkButton, T, useRefusal, useToast } from '@crosscity/platform/web';
import { useMutation } from '@apollo/client/react';
import { useLocation } from 'react-router';
import { FollowCityDocument, UnfollowCityDocument, type FollowCityFragment } from './FollowCity.generated';

/** Follow, or stop following; both can be undone. A guest is asked to sign in and comes back here. */
export function FollowCity({ city }: { city: FollowCityFragment }) {
  const { pathname } = useLocation();
  const [follow, { loading: following }] = useMutation(FollowCityDocument);
  const [unfollow, { loading: unfollowing }] = useMutation(UnfollowCityDocument);
  const toast = useToast();
  const toWords = useRefusal();
  if (!city.viewerCan.follow) {
    return (
      <LinkButton to={`/signin?next=${encodeURIComponent(pathname)}`} icon={<BellIcon />}>
        <T id="cities.follow.signIn" />
      </LinkButton>
    );
  }

  const set = async (on: boolean) => {
    const variables = { input: { cityId: city.id } };
    try {
      await (on ? follow({ variables }) : unfollow({ variables }));
      toast({ words: <T id={on ? 'cities.follow.done' : 'cities.unfollow.done'} values={{ city: <bdi>{city.name}</bdi> }} />, undo: () => set(!on) });
    } catch (error) {
      toast({ words: toWords(error) });
    }
  };
  return (
    <Button icon={city.follows ? <CheckIcon /> : <BellIcon />} state={following || unfollowing ? 'busy' : undefined} onClick={() => void set(!city.follows)}>
      <T id={city.follows ? 'cities.unfollow' : 'cities.follow'} />
    </Button>
  );
}
