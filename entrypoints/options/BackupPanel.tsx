import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { offerText } from '../../components/backup/OfferBanner';
import { CopiesTable, type ListedCopy } from '../../components/options/CopiesTable';
import { OfferBox } from '../../components/options/OfferBox';
import { Outcome } from '../../components/options/Outcome';
import { Progress } from '../../components/options/Progress';
import type { ExportMeta } from '../../lib/formats/json/envelope';
import type { ComparedLibrary } from '../../lib/imports/comparing';
import { canUndo } from '../../lib/imports/importOutcome';
import { isAtRest, restoreOutcome } from '../../lib/imports/restoreOutcome';
import { send } from '../../lib/messages/client';
import { countText, numberText, sizeText, text, timeText } from '../../lib/text/text';
import { ImportPreview } from './ImportPreview';
import { ImportProgress } from './ImportProgress';
import { StartAnew } from './StartAnew';
import { type Copies, useCopies } from './useCopies';
import { useRestoring } from './useRestoring';

export interface BackupPanelProps {
  reader: ComparedLibrary;
  app: ExportMeta['app'];
}

/** The copies outside of the database: what there is, and how it comes back. */
export function BackupPanel({ reader, app }: BackupPanelProps): JSX.Element {
  const copies = useCopies();
  const [now, restoring] = useRestoring(reader, app);
  const { state, reading, damage } = now;
  const { said, isError } = restoreOutcome(now);
  const canChoose = isAtRest(now);
  const place = useRef<HTMLDivElement>(null);
  const isKnown = copies !== null;
  useEffect(() => {
    // The banners of popup and library lead here, before there is anything to scroll to.
    if (isKnown && location.hash === '#backup') place.current?.closest('section')?.scrollIntoView();
  }, [isKnown]);

  const listed = copies === null ? [] : listedOf(copies);
  const offered = listed.find(({ isOffered }) => isOffered);
  const offer = offered && copies?.offer;
  const begin = (copy: ListedCopy): void => {
    place.current?.focus(); // the button goes
    void restoring.begin(copy);
  };
  const [started, setStarted] = useState(false);
  const isNext = started && offered !== undefined && offer?.reason === 'empty';
  useEffect(() => {
    // Whoever began an empty library wants the copy in it.
    if (!isNext || offered === undefined) return;
    setStarted(false);
    begin(offered);
  });
  return (
    <>
      <p class="about">{text('backupAbout')}</p>
      {isKnown && <Last copies={copies} newest={listed[0]} />}
      {offer?.reason === 'unreadable' && canChoose && (
        <StartAnew
          said={offerText(offer.reason, offer.papers, offer.at)}
          onStarted={() => setStarted(true)}
          onNotNow={() => void send('backup.settle', {})}
        />
      )}
      {offered && offer && offer.reason !== 'unreadable' && canChoose && (
        <OfferBox
          said={offerText(offer.reason, offer.papers, offer.at)}
          onRestore={() => begin(offered)}
          onNotNow={() => void send('backup.settle', {})}
        />
      )}
      <div class="backup-run" ref={place} tabIndex={-1}>
        {reading !== null && <Progress label={text('backupReading')} {...reading} />}
        {state.step === 'preview' && (
          <ImportPreview
            preview={state}
            of="copy"
            damage={damage}
            onApply={() => void restoring.apply()}
            onDiscard={restoring.discard}
          />
        )}
        <ImportProgress state={state} onCancel={restoring.discard} />
        <Outcome said={said} isError={isError}>
          {canUndo(state) && state.undone !== true && (
            <button type="button" class="button" onClick={restoring.undo}>
              {text('importUndo')}
            </button>
          )}
        </Outcome>
      </div>
      {listed.length > 0 && canChoose && (
        <>
          <CopiesTable
            copies={listed}
            onRestore={begin}
            onSave={(copy) => void restoring.save(copy)}
          />
          <p class="about copies-kept">{text('backupKept')}</p>
        </>
      )}
    </>
  );
}

interface LastProps {
  copies: Copies;
  newest: ListedCopy | undefined;
}

/** When the last copy was made, and how big it is. */
function Last({ copies: { found }, newest }: LastProps): JSX.Element {
  if (found === null || newest === undefined) return <p class="about">{text('backupNone')}</p>;
  const said = [timeText(newest.at), sizeText(found.bytes), numberText(newest.papers)] as const;
  return <p class="about backup-last">{countText('backupLast', newest.papers, ...said)}</p>;
}

function listedOf({ found, offer }: Copies): ListedCopy[] {
  return (found?.states ?? [])
    .filter(({ papers }) => papers > 0)
    .map((one) => ({ ...one, size: sizeText(one.bytes), isOffered: one.name === offer?.name }));
}
