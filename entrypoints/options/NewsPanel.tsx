import '../../components/reading/markdown.css';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Markdown } from '../../components/reading/Markdown';
import { useLater } from '../../components/useLater';
import { later } from '../../lib/later';
import { earlySetting } from '../../lib/settings/early';
import { text } from '../../lib/text/text';

const news = later(async () => (await import('./news')).NEWS);

/** What is new in this version; open where one was led here, and seen by then. */
export function NewsPanel({ version }: { version: string }): JSX.Element {
  const [open, setOpen] = useState(() => location.hash === '#news');
  const blocks = useLater(open, news);
  useEffect(() => {
    if (open) earlySetting('newsSeen', localStorage).write(version);
  }, [open, version]);
  return (
    <details
      id="news"
      class="news"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{text('whatsNew', version)}</summary>
      <div lang="en">{blocks !== null && <Markdown blocks={blocks} />}</div>
    </details>
  );
}
