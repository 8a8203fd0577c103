import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { IconButton } from '../../components/IconButton';
import { libraryCommand } from '../../components/library/keys';
import type { GridHandle } from '../../components/library/PaperGrid';
import { QueryBox } from '../../components/library/QueryBox';
import { takesKeys } from '../../components/list/keys';
import { type SingleKeys, SingleKeysOn } from '../../components/list/SingleKeys';
import { useObservable } from '../../components/list/useObservable';
import { undoable, useUndoInFields } from '../../components/list/useUndoInFields';
import * as pictures from '../../components/pictures';
import { useLater } from '../../components/useLater';
import { later } from '../../lib/later';
import { withTerm } from '../../lib/papers/query/terms';
import { text } from '../../lib/text/text';
import { type LibraryCommand, run } from '../../lib/views/library/commands';
import { Bar } from './Bar';
import { List } from './List';
import { MenuButton } from './MenuButton';
import { Overlays, useOverlays } from './Overlays';
import { RouteView } from './RouteView';
import { Sidebar, type SidebarProps } from './Sidebar';
import { SidebarHead } from './SidebarHead';
import { useColumnFocus } from './useColumnFocus';
import { useLearned } from './useLearned';
import { useListFocus } from './useListFocus';
import { useMedia } from './useMedia';
import { useReading } from './useReading';

export interface LibraryPageProps
  extends Omit<SidebarProps, 'onShortcuts' | 'onExport' | 'learned'> {
  singleKeys: SingleKeys;
}

/** What keys do at other places than the list, too. */
const EVERYWHERE = new Set<LibraryCommand['do']>(['undo', 'help', 'back']);

const pane = later(async () => (await import('./Pane')).Pane);

/** The library: where one can go, what is there, and the paper that is read. */
export function LibraryPage(props: LibraryPageProps): JSX.Element {
  const { view, environment, singleKeys } = props;
  useObservable(view);
  const learned = useLearned(environment);
  const [drawer, setDrawer] = useState(false);
  const [tagging, setTagging] = useState<'add' | 'remove' | null>(null);
  const [opened, setOpened] = useState(false);
  const beside = useMedia('(min-width: 1000px)');
  const narrow = useMedia('(max-width: 699px)');
  const field = useRef<HTMLInputElement>(null);
  const grid = useRef<GridHandle>(null);
  const column = useRef<HTMLElement>(null);
  const { address, problems, tags, tagFinds, organizations, selected, active, results, toast } =
    view.state();
  useUndoInFields(undoable(toast), view.undo);
  useColumnFocus(narrow && drawer, column);
  const { paper } = address;
  const inList = address.route === 'list';
  const focusList = useCallback(() => (grid.current ?? field.current)?.focus(), []);
  const reading = useReading(view, beside, focusList);
  const covering = reading.isOpen && !beside;
  const Pane = useLater(opened || paper !== null, pane);

  useEffect(() => {
    // What the first screen does without is read once it is painted.
    const frame = requestAnimationFrame(() =>
      setTimeout(() => {
        void view.readRest();
        setOpened(true);
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [view]);

  const { route, scope } = address;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one went somewhere, and wants to see it
  useLayoutEffect(() => setDrawer(false), [route, scope]);

  useLayoutEffect(() => {
    if (selected === 0) setTagging(null);
  }, [selected]);

  const filterByTag = useCallback(
    (tag: string) => view.go({ query: withTerm(view.address().query, { kind: 'tag', tag }) }),
    [view],
  );

  const above = useOverlays(focusList);

  useListFocus({ inList, covering, isEmpty: results.length === 0, active }, focusList);

  /** Beside the list, the paper stays in sight. */
  function leavePane(): void {
    if (beside) focusList();
    else reading.close();
  }

  /** Escape: one step back. */
  function back(): void {
    if (drawer) setDrawer(false);
    else if (!inList) view.go({ route: 'list' });
    else if (covering) reading.close();
    else if (selected > 0) {
      view.choosing.none();
      focusList();
    } else if (paper !== null) reading.close();
    else if (address.query !== '') {
      view.go({ query: '' });
      field.current?.focus();
    }
  }

  // Before the frame is painted: the next key may come before it, and acts on what this one did.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented) return;
      if (event.key === 'Escape' && target instanceof Element && target.closest('.pane')) {
        event.preventDefault();
        leavePane();
      }
      if (event.defaultPrevented || takesKeys(target)) return;
      const isList =
        target === document.body || (target instanceof Element && target.matches('.paper-grid'));
      const command = libraryCommand(event, { inList: isList, singleKeys: singleKeys.read() });
      if (command === undefined || !(inList || EVERYWHERE.has(command.do))) return;
      event.preventDefault();
      run(command, {
        view,
        grid: grid.current,
        activate: reading.activate,
        read: reading.read,
        back,
        tagSelected: () => setTagging('add'),
        search: () => field.current?.focus(),
        help: above.showHelp,
      });
    };
    document.addEventListener('keydown', onKeyDown, { signal: listening.signal });
    return () => listening.abort();
  });

  const known = useMemo(() => ({ tags, tagFinds, organizations }), [tags, tagFinds, organizations]);
  return (
    <SingleKeysOn.Provider value={singleKeys}>
      {narrow && !drawer && (
        <header class="for-screen-readers">
          <h1>{text('extensionName')}</h1>
        </header>
      )}
      <div class="library" data-route={address.route} data-drawer={drawer}>
        <aside ref={column} class="side" inert={narrow && !drawer}>
          <SidebarHead onClose={narrow ? () => setDrawer(false) : undefined} />
          <Sidebar
            {...props}
            learned={learned}
            onShortcuts={above.showHelp}
            onExport={() => above.showExport('all')}
          />
        </aside>
        <main>
          <div class="middle" inert={covering || (narrow && drawer)}>
            {address.route === 'list' ? (
              <>
                <header class="middle-head">
                  <QueryBox
                    query={address.query}
                    problems={problems}
                    known={known}
                    now={environment.now}
                    onInput={view.type}
                    onFocus={() => void view.countTags()}
                    onLeaveDown={() => {
                      focusList();
                      if (view.state().active < 0) reading.enterList();
                    }}
                    field={field}
                  />
                  <Bar
                    view={view}
                    learned={learned}
                    tagging={tagging}
                    onTagging={setTagging}
                    onFilters={narrow ? () => setDrawer(true) : undefined}
                    onCleared={focusList}
                    onExport={above.showExport}
                  />
                </header>
                <List
                  view={view}
                  onActivate={reading.activate}
                  onEnter={reading.enterList}
                  onTag={filterByTag}
                  onCopy={above.copy}
                  grid={grid}
                />
              </>
            ) : (
              <>
                {narrow ? <MenuButton onPress={() => setDrawer(true)} /> : <span />}
                <RouteView
                  key={address.route}
                  route={address.route}
                  view={view}
                  environment={environment}
                />
              </>
            )}
          </div>
        </main>
        {reading.isOpen && (
          <div class="pane">
            {covering ? (
              <button type="button" class="text-button pane-back" onClick={reading.close}>
                <Icon picture={pictures.back} />
                {text('backToList')}
              </button>
            ) : (
              <IconButton icon={pictures.close} name={text('closePane')} onPress={reading.close} />
            )}
            {Pane !== null && (
              <Pane
                view={view}
                environment={environment}
                learned={learned}
                id={paper}
                ask={reading.ask}
                onSearch={(query) => view.go({ query })}
                onLeave={leavePane}
                onCopy={above.copy}
              />
            )}
          </div>
        )}
        <Overlays
          view={view}
          environment={environment}
          singleKeys={singleKeys}
          opened={above.opened}
          onClose={above.close}
          onLostFocus={focusList}
        />
      </div>
    </SingleKeysOn.Provider>
  );
}
