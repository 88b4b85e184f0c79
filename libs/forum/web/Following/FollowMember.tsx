import { useApolloClient, useMutation } from '@apollo/client/react';
import { BellIcon, CheckIcon, Menu, useRefusal, useToast, useViewer, useWords, type MenuItem } from '@crosscity/platform/web';
import menu from '../Discussion/FollowMenu.module.css';
import { FollowVoiceDocument, type FollowMemberFragment } from './Following.generated';

type Level = FollowMemberFragment['followLevel'];
const levels: Level[] = ['told', 'shown', null];

/** What one hears of a member's new lessons and questions. They are not told that one follows. */
export function FollowMember({ member }: { member: FollowMemberFragment }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const viewer = useViewer();
  const client = useApolloClient();
  const [follow] = useMutation(FollowVoiceDocument);
  if (!viewer || member.viewerCan.edit) return null;
  const key = (level: Level) => level ?? 'none';
  async function choose(level: Level, before?: Level) {
    try {
      await follow({ variables: { input: { voiceId: member.id, level } } });
      client.cache.modify({ id: client.cache.identify({ __typename: 'Member', id: member.id }), fields: { followLevel: () => level } });
      toast({ words: words(`forum.following.done.${key(level)}`), undo: before === undefined ? undefined : () => choose(before) });
    } catch (error) {
      toast({ words: toWords(error) });
    }
  }
  const state = words(member.followLevel ? 'forum.following.on' : 'forum.following.off');
  const items: MenuItem[] = levels.map((level) => ({
    key: key(level),
    label: words(`forum.following.level.${key(level)}`),
    icon: level === member.followLevel ? <CheckIcon /> : <span className={menu.noIcon} />,
    onSelect: () => void choose(level, member.followLevel),
  }));
  return (
    <div>
      <Menu
        className={menu.button}
        label={words('forum.following.member', { state, name: member.name, level: words(`forum.following.level.${key(member.followLevel)}`) })}
        button={
          <>
            <BellIcon />
            {state}
          </>
        }
        items={items}
      />
    </div>
  );
}
