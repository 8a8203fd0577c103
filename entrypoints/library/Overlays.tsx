import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { LIBRARY_SHORTCUTS } from '../../components/library/keys';
import { ShortcutsDialog } from '../../components/list/ShortcutsDialog';
import type { SingleKeys } from '../../components/list/SingleKeys';
import { ToastBar } from '../../components/list/ToastBar';
import { type Anchored, useAnchored } from '../../components/useAnchored';
import { useLater } from '../../components/useLater';
import { copyToClipboard } from '../../lib/exports/copyToClipboard';
import { later } from '../../lib/later';
import type { Paper } from '../../lib/papers/paper';
import type { Library } from '../../lib/views/library/library';
import type { ToExport } from './Exporting';
import type { Environment } from './environment';

/** What is open above the page. */
export interface Opened {
  help: boolean;
  copied: Anchored<Paper> | null;
  exported: ToExport | 'all' | null;
}

/** What is open above the page, and the ways to open and close it. */
export function useOverlays(focusList: () => void): {
  opened: Opened;
  copy: (paper: Paper, button: HTMLElement) => void;
  showExport: (papers: ToExport | 'all') => void;
  showHelp: () => void;
  close: (what: keyof Opened) => void;
} {
  const [help, setHelp] = useState(false);
  const [copied, copy, closeCopy] = useAnchored<Paper>();
  const [exported, showExport] = useState<ToExport | 'all' | null>(null);
  const showHelp = useCallback(() => setHelp(true), []);
  const close = useCallback(
    (what: keyof Opened) => {
      if (what === 'copied') closeCopy();
      else if (what === 'exported') showExport(null);
      else {
        setHelp(false);
        focusList();
      }
    },
    [closeCopy, focusList],
  );
  return { opened: { help, copied, exported }, copy, showExport, showHelp, close };
}

export interface OverlaysProps {
  view: Library;
  environment: Environment;
  singleKeys: SingleKeys;
  opened: Opened;
  onClose: (what: keyof Opened) => void;
  /** The focus was in a toast that is gone. */
  onLostFocus: () => void;
}

const copyMenu = later(async () => (await import('../../components/copy/CopyMenu')).CopyMenu);
const exporting = later(async () => (await import('./Exporting')).Exporting);

/** What lies above the page: messages, the menu of a paper, dialogs. What most visits need none of is loaded when it is asked for. */
export function Overlays(props: OverlaysProps): JSX.Element {
  const { view, environment, singleKeys, opened, onClose } = props;
  const { help, copied, exported } = opened;
  const { toast, said } = view.state();
  const CopyMenu = useLater(copied !== null, copyMenu);
  const Exporting = useLater(exported !== null, exporting);
  return (
    <>
      {CopyMenu && copied && (
        <CopyMenu
          key={copied.of.id}
          title={copied.of.title}
          anchor={copied.anchor}
          onCopy={(as) => copyToClipboard(copied.of, as, view)}
          onClose={() => onClose('copied')}
        />
      )}
      <ToastBar toast={toast} onDismiss={view.dismiss} onLostFocus={props.onLostFocus} />
      <div class="for-screen-readers" role="log" aria-live="polite">
        <span key={said.turn}>{said.text}</span>
      </div>
      {help && (
        <ShortcutsDialog
          shortcuts={LIBRARY_SHORTCUTS}
          singleKeys={singleKeys}
          onClose={() => onClose('help')}
        />
      )}
      {Exporting && exported && (
        <Exporting
          papers={exported}
          environment={environment}
          onClose={() => onClose('exported')}
        />
      )}
    </>
  );
}
