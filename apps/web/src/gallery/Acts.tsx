import { Banner, Button, CloseIcon, Dialog, Disclosure, EmptyState, ErrorSummary, IconButton, Link, LinkButton, Menu, MoreIcon, Progress, RemoveIcon, ReplyIcon, Sheet, T, useToast, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { Section } from './Section';
import css from './GalleryPage.module.css';

export function Acts() {
  const words = useWords();
  const toast = useToast();
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  const [problem, setProblem] = useState(false);
  const close = () => setOpen(null);
  const nothing = () => {};
  return (
    <>
      <Section word="gallery.buttons">
        <div className={css.row}>
          <Button kind="primary" icon={<ReplyIcon />}>
            <T id="gallery.send" />
          </Button>
          <Button>
            <T id="gallery.keep" />
          </Button>
          <Button kind="quiet">
            <T id="gallery.more" />
          </Button>
          <Button kind="danger" icon={<RemoveIcon />}>
            <T id="gallery.remove" />
          </Button>
          <Button disabled>
            <T id="gallery.cannot" />
          </Button>
          <IconButton label={words('gallery.remove')} icon={<CloseIcon />} />
        </div>
        <div className={css.row}>
          {(['busy', 'done', 'failed'] as const).map((state) => (
            <Button key={state} kind="primary" state={state}>
              <T id="gallery.send" />
            </Button>
          ))}
          <Button state="failed">
            <T id="gallery.send" />
          </Button>
        </div>
        <p>
          <Link to="/gallery">
            <T id="gallery.link" />
          </Link>{' '}
          <LinkButton to="/gallery">
            <T id="gallery.more" />
          </LinkButton>
        </p>
      </Section>
      <Section word="gallery.messages">
        {problem && <ErrorSummary problems={[{ field: 'gallery-email', words: words('gallery.email.error') }]} />}
        <Banner>
          <T id="gallery.info" />
        </Banner>
        <Banner kind="success" title={<T id="gallery.saved" />} />
        <Banner kind="warning">
          <T id="gallery.warning" />
        </Banner>
        <Banner
          kind="danger"
          title={<T id="gallery.danger" />}
          action={
            <Button onClick={() => setProblem(true)}>
              <T id="gallery.send" />
            </Button>
          }
        >
          <T id="refusal.platform.offline" />
        </Banner>
        <Progress label={words('gallery.uploading')} share={0.6} />
        <EmptyState
          words={<T id="gallery.empty" />}
          action={
            <Button kind="primary">
              <T id="gallery.answer" />
            </Button>
          }
        />
        <Disclosure summary={<T id="gallery.disclosure" />}>
          <p>
            <T id="gallery.disclosure.words" />
          </p>
        </Disclosure>
      </Section>
      <Section word="gallery.overlays">
        <div className={css.row}>
          <Button onClick={() => setOpen('dialog')}>
            <T id="gallery.dialog" />
          </Button>
          <Button onClick={() => setOpen('sheet')}>
            <T id="gallery.sheet" />
          </Button>
          <Button onClick={() => toast({ words: <T id="gallery.toast.words" />, undo: nothing })}>
            <T id="gallery.toast" />
          </Button>
          <Menu
            label={words('gallery.more')}
            button={<MoreIcon />}
            items={[
              { key: 'keep', label: <T id="gallery.keep" />, onSelect: nothing },
              { key: 'remove', label: <T id="gallery.remove" />, icon: <RemoveIcon />, danger: true, onSelect: nothing },
            ]}
          />
        </div>
        <Dialog
          open={open === 'dialog'}
          onClose={close}
          title={<T id="gallery.dialog.title" />}
          actions={
            <>
              <Button kind="danger" onClick={close}>
                <T id="gallery.remove" />
              </Button>
              <Button onClick={close}>
                <T id="platform.cancel" />
              </Button>
            </>
          }
        >
          <p>
            <T id="gallery.dialog.words" />
          </p>
        </Dialog>
        <Sheet open={open === 'sheet'} onClose={close} title={<T id="gallery.more" />}>
          <p>
            <T id="gallery.dialog.words" />
          </p>
        </Sheet>
      </Section>
    </>
  );
}
