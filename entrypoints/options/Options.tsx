import type { JSX } from 'preact';
import { Icon } from '../../components/Icon';
import type { SingleKeys } from '../../components/list/SingleKeys';
import { Section } from '../../components/options/Section';
import { SectionList } from '../../components/options/SectionList';
import * as pictures from '../../components/pictures';
import { useLater } from '../../components/useLater';
import type { ExportReader } from '../../lib/exports/exporting';
import { type ExportMeta, SCHEMA } from '../../lib/formats/json/envelope';
import type { ComparedLibrary } from '../../lib/imports/comparing';
import { later } from '../../lib/later';
import { BUILT_IN, SITES } from '../../lib/sites/sites';
import type { LibraryReader } from '../../lib/store/reader';
import { countText, listText, numberText, type TextKey, text } from '../../lib/text/text';
import { AppearancePanel } from './AppearancePanel';
import { BackupPanel } from './BackupPanel';
import { DatedPanel } from './DatedPanel';
import { ExportPanel } from './ExportPanel';
import { HistoryPanel } from './HistoryPanel';
import { ImportPanel } from './ImportPanel';
import { KeyboardPanel } from './KeyboardPanel';
import { NewPanel } from './NewPanel';
import { NewsPanel } from './NewsPanel';
import { RankingPanel } from './RankingPanel';
import { SitesPanel } from './SitesPanel';
import { Unreadable } from './Unreadable';
import { useLibraryCount } from './useLibraryCount';
import { useSection } from './useSection';
import { WatchWordsPanel } from './WatchWordsPanel';

export interface OptionsProps {
  reader: ExportReader & ComparedLibrary & Pick<LibraryReader, 'tags'>;
  app: ExportMeta['app'];
  singleKeys: SingleKeys;
  /** The reader chose another language: everything is to be shown again. */
  onLanguage: () => void;
}

/** The parts of the page, by their addresses. */
const SECTIONS: readonly (readonly [id: string, heading: TextKey])[] = [
  ['import-export', 'importExportHeading'],
  ['backup', 'backupHeading'],
  ['sync', 'syncHeading'],
  ['history', 'historyHeading'],
  ['watch-words', 'watchWordsHeading'],
  ['new', 'newHeading'],
  ['ranking', 'rankingHeading'],
  ['keyboard', 'shortcuts'],
  ['appearance', 'appearanceHeading'],
  ['sites', 'sitesHeading'],
  ['privacy', 'privacyHeading'],
  ['about', 'aboutHeading'],
];
/** Most readers have one machine: what shows the others is loaded when the page is there. */
const syncPanel = later(async () => (await import('./SyncPanel')).SyncPanel);
const IDS = SECTIONS.map(([id]) => id);

/** The options page: the library in and out, the history, keys, looks, what is stored, which version this is. */
export function Options({ reader, app, singleKeys, onLanguage }: OptionsProps): JSX.Element {
  const counted = useLibraryCount(reader);
  const count = counted === 'failed' ? null : counted;
  const current = useSection(IDS);
  const SyncPanel = useLater(true, syncPanel);
  const parts: Record<string, JSX.Element> = {
    'import-export': (
      <>
        <p class="library-count">
          {count === null ? '\u00a0' : countText('libraryCount', count, numberText(count))}
        </p>
        {counted === 'failed' && <Unreadable />}
        <ExportPanel reader={reader} app={app} papers={count} />
        <ImportPanel reader={reader} />
      </>
    ),
    backup: (
      <>
        <BackupPanel reader={reader} app={app} />
        <DatedPanel reader={reader} app={app} />
      </>
    ),
    sync: <>{SyncPanel && <SyncPanel />}</>,
    history: <HistoryPanel />,
    'watch-words': <WatchWordsPanel />,
    new: <NewPanel />,
    ranking: <RankingPanel />,
    keyboard: <KeyboardPanel singleKeys={singleKeys} />,
    appearance: <AppearancePanel onLanguage={onLanguage} />,
    sites: <SitesPanel />,
    privacy: (
      <ul class="promises">
        <li>{text('privacyLocal')}</li>
        <li>{text('privacyNothingSent')}</li>
        <li>{text('privacyReads', listText(BUILT_IN.map((id) => SITES[id].name)))}</li>
        <li>{text('privacyYours')}</li>
      </ul>
    ),
    about: (
      <>
        <p>{text('aboutVersion', app.version)}</p>
        <NewsPanel version={app.version} />
        <p>
          <a href="/welcome.html">{text('welcomeAgain')}</a>
        </p>
        <p class="about">{text('aboutLicense', SCHEMA)}</p>
      </>
    ),
  };
  return (
    <div class="settings">
      <SectionList
        sections={SECTIONS.map(([id, heading]) => [id, text(heading)] as const)}
        current={current}
      />
      <main class="options">
        <header>
          <Icon picture={pictures.star} filled />
          <h1>
            {app.name} <span>{text('optionsHeading')}</span>
          </h1>
        </header>
        {SECTIONS.map(([id, heading]) => (
          <Section key={id} id={id} heading={text(heading)}>
            {parts[id]}
          </Section>
        ))}
      </main>
    </div>
  );
}
