import type { JSX } from 'preact';
import { Icon } from '../../components/Icon';
import { type SingleKeys, SingleKeysSwitch } from '../../components/list/SingleKeys';
import { Section } from '../../components/options/Section';
import * as pictures from '../../components/pictures';
import type { ExportReader } from '../../lib/exports/exporting';
import { type ExportMeta, SCHEMA } from '../../lib/formats/json/envelope';
import type { ComparedLibrary } from '../../lib/imports/comparing';
import { SITES } from '../../lib/sites/sites';
import type { LibraryReader } from '../../lib/store/reader';
import { countText, listText, numberText, text } from '../../lib/text/text';
import { BackupPanel } from './BackupPanel';
import { DatedPanel } from './DatedPanel';
import { ExportPanel } from './ExportPanel';
import { HistoryPanel } from './HistoryPanel';
import { ImportPanel } from './ImportPanel';
import { RankingPanel } from './RankingPanel';
import { Unreadable } from './Unreadable';
import { useLibraryCount } from './useLibraryCount';

export interface OptionsProps {
  reader: ExportReader & ComparedLibrary & Pick<LibraryReader, 'tags'>;
  app: ExportMeta['app'];
  singleKeys: SingleKeys;
}

/** The options page: the library in and out, the history, keys, what is stored, which version this is. */
export function Options({ reader, app, singleKeys }: OptionsProps): JSX.Element {
  const counted = useLibraryCount(reader);
  const count = counted === 'failed' ? null : counted;
  return (
    <main class="options">
      <header>
        <Icon picture={pictures.star} filled />
        <h1>
          {app.name} <span>{text('optionsHeading')}</span>
        </h1>
      </header>
      <Section id="library" heading={text('libraryHeading')}>
        <p class="library-count">
          {count === null ? '\u00a0' : countText('libraryCount', count, numberText(count))}
        </p>
        {counted === 'failed' && <Unreadable />}
        <ExportPanel reader={reader} app={app} papers={count} />
        <ImportPanel reader={reader} />
      </Section>
      <Section id="backup" heading={text('backupHeading')}>
        <BackupPanel reader={reader} app={app} />
        <DatedPanel reader={reader} app={app} />
      </Section>
      <Section id="history" heading={text('historyHeading')}>
        <HistoryPanel />
      </Section>
      <Section id="ranking" heading={text('rankingHeading')}>
        <RankingPanel />
      </Section>
      <Section id="keys" heading={text('shortcuts')}>
        <SingleKeysSwitch singleKeys={singleKeys} />
      </Section>
      <Section id="privacy" heading={text('privacyHeading')}>
        <ul class="promises">
          <li>{text('privacyLocal')}</li>
          <li>{text('privacyNothingSent')}</li>
          <li>{text('privacyReads', listText(Object.values(SITES).map(({ name }) => name)))}</li>
          <li>{text('privacyYours')}</li>
        </ul>
      </Section>
      <Section id="about" heading={text('aboutHeading')}>
        <p>{text('aboutVersion', app.version)}</p>
        <p class="about">{text('aboutLicense', SCHEMA)}</p>
      </Section>
    </main>
  );
}
