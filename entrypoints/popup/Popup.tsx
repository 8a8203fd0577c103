import type { ComponentChildren, JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Filters } from '../../components/list/Filters';
import { isShortcut, isUndo, takesKeys } from '../../components/list/keys';
import { LabelsOn, type ShowLabels } from '../../components/list/labelsOn';
import { type ListActions, rowEditor } from '../../components/list/PaperRow';
import { SearchBox } from '../../components/list/SearchBox';
import { ShortcutsDialog } from '../../components/list/ShortcutsDialog';
import { type SingleKeys, SingleKeysOn } from '../../components/list/SingleKeys';
import { Tabs } from '../../components/list/Tabs';
import { ToastBar } from '../../components/list/ToastBar';
import { useObservable } from '../../components/list/useObservable';
import { undoable, useUndoInFields } from '../../components/list/useUndoInFields';
import { useAnchored } from '../../components/useAnchored';
import { useLater } from '../../components/useLater';
import { copyToClipboard } from '../../lib/exports/copyToClipboard';
import { later } from '../../lib/later';
import type { PaperId } from '../../lib/papers/ids';
import { text } from '../../lib/text/text';
import type { Popup as PopupView, Tab } from '../../lib/views/popup';
import { Footer, type FooterProps } from './Footer';
import { Panel, PROBLEMS } from './Panel';
import { useBars } from './useBars';

export interface PopupProps extends Omit<FooterProps, 'onShortcuts'> {
  view: PopupView;
  singleKeys: SingleKeys;
  /** Shows what is said about papers beside what the reader said; absent while nobody knows. */
  labels?: { onPages: ShowLabels; inList: ShowLabels } | undefined;
  /** Says that other machines are not reached any more before the reader acts. */
  machines?: ComponentChildren;
  /** Closes the popup; does nothing where it is a tab. */
  onClose: () => void;
}

const copyMenu = later(async () => (await import('../../components/copy/CopyMenu')).CopyMenu);
const FIT_TAB = () => ({ name: 'fit' as const, text: text('placeWorthALook'), count: null });

/** The popup: on this page, and the reading list. */
export function Popup(props: PopupProps): JSX.Element {
  const { view, singleKeys, labels, machines, onClose, ...footer } = props;
  useObservable(view);
  const [help, setHelp] = useState(false);
  const [caret, setCaret] = useState(-1);
  const [copied, copy, closeCopy] = useAnchored<PaperId>();
  const CopyMenu = useLater(copied !== null, copyMenu);
  const copiedPaper = copied && view.paper(copied.of)?.paper;
  const root = useRef<HTMLDivElement>(null);
  useBars(root);
  const search = useRef<HTMLInputElement>(null);
  const { tab, page, list, fit, total, tags, tagFinds, toast, said } = view.state();
  useUndoInFields(undoable(toast), view.undo);
  const opened = tab !== null;

  useEffect(() => {
    if (!opened) return;
    search.current?.focus({ preventScroll: true });
    // What the first screen does without is read once it is painted.
    const frame = requestAnimationFrame(() =>
      setTimeout(() => {
        void view.readRest();
        rowEditor.load().catch(() => {}); // whoever opens it tries again
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [opened, view]);

  const actions = useMemo<ListActions>(
    () => ({
      patch: view.patch,
      edit: view.edit,
      closeEditor: view.closeEditor,
      remove: (id) => void view.remove(id),
      takeBack: (id) => void view.takeBack(id),
      filterByTag: (tag) => view.narrow({ filter: { tag } }),
      copy,
    }),
    [view, copy],
  );

  function focusList(): void {
    const row = root.current?.querySelector<HTMLElement>('.paper-row[tabindex="0"]');
    (row ?? search.current)?.focus();
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') back();
    else if (takesKeys(event.target)) return;
    else if (isUndo(event)) void view.undo();
    else if (!isShortcut(event, singleKeys.read())) return;
    else if (event.key === '/') search.current?.focus();
    else if (event.key === '?') setHelp(true);
    else return;
    event.preventDefault();
  }

  /** Escape: one step back. */
  function back(): void {
    if (view.state().editing !== null) view.closeEditor();
    else if (list.filter.query !== '') {
      view.narrow({ filter: { query: '' } });
      search.current?.focus();
    } else onClose();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that work wherever the focus is
    <div class="popup" ref={root} onKeyDown={onKeyDown}>
      <header>
        <h1 class="for-screen-readers">{text('extensionName')}</h1>
        <Tabs<Tab>
          tabs={[
            {
              name: 'page',
              text: text('tabPage'),
              count: page.phase === 'ready' ? page.ids.length : null,
            },
            { name: 'list', text: text('tabList'), count: total },
            ...(fit ? [FIT_TAB()] : []),
          ]}
          selected={tab}
          onPick={view.pick}
          panel="panel"
        />
        <SearchBox
          query={list.filter.query}
          describedBy={PROBLEMS}
          onInput={(query) => view.narrow({ filter: { query } })}
          onLeaveDown={focusList}
          onCaret={setCaret}
          field={search}
        />
        <Filters
          filter={list.filter}
          tags={tags}
          tagFinds={tagFinds}
          onTags={() => void view.countTags()}
          onFilter={(filter) => view.narrow({ filter })}
          sort={tab === 'list' ? list.sort : undefined}
          onSort={(sort) => view.narrow({ sort })}
        />
        <a class="skip" href="#footer">
          {text('skipList')}
        </a>
      </header>
      <SingleKeysOn.Provider value={singleKeys}>
        <LabelsOn.Provider value={labels?.[tab === 'list' ? 'inList' : 'onPages'] ?? null}>
          <Panel
            view={view}
            actions={actions}
            caret={caret}
            onLeaveTop={() => search.current?.focus()}
          />
        </LabelsOn.Provider>
      </SingleKeysOn.Provider>
      {CopyMenu && copied && copiedPaper && (
        <CopyMenu
          key={copiedPaper.id}
          title={copiedPaper.title}
          anchor={copied.anchor}
          onCopy={(as) => copyToClipboard(copiedPaper, as, view)}
          onClose={closeCopy}
        />
      )}
      <ToastBar toast={toast} onDismiss={view.dismiss} onLostFocus={focusList} />
      {machines}
      <Footer {...footer} onShortcuts={() => setHelp(true)} />
      <div class="for-screen-readers" role="log" aria-live="polite">
        <span key={said.turn}>{said.text}</span>
      </div>
      {help && (
        <ShortcutsDialog
          singleKeys={singleKeys}
          onClose={() => {
            setHelp(false);
            focusList();
          }}
        />
      )}
    </div>
  );
}
