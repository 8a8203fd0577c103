import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { QueryProblems } from '../../components/library/QueryProblems';
import { useKeptFocus } from '../../components/list/keptFocus';
import { PaperList } from '../../components/list/PaperList';
import type { ListActions } from '../../components/list/PaperRow';
import { Skeleton } from '../../components/list/Skeleton';
import { useLater } from '../../components/useLater';
import { later } from '../../lib/later';
import type { ListedPaper } from '../../lib/papers/list';
import { problemsSaid } from '../../lib/papers/query/problems';
import { countText } from '../../lib/text/text';
import type { Popup } from '../../lib/views/popup';

export interface PanelProps {
  view: Popup;
  actions: ListActions;
  /** Where one types in the search; -1: not there. */
  caret: number;
  onLeaveTop: () => void;
}

/** The name of what says what is wrong with the search. */
export const PROBLEMS = 'query-problems';

/** Most lists have something to show. */
const emptyStates = later(() => import('./EmptyStates'));

/** What is under the tabs: the papers of the one that is selected, or why there are none. */
export function Panel({ view, actions, caret, onLeaveTop }: PanelProps): JSX.Element {
  const { tab, list, total, tags, editing, focus } = view.state();
  const { query, problems, inParts } = list.understood;
  const box = useRef<HTMLElement>(null);
  useKeptFocus(box, onLeaveTop); // when a whole list goes
  const filtering = query.kind !== 'all';
  const papers = papersOf(view);
  const isWhole = tab !== 'list'; // few, and all of them read
  const setSize = isWhole ? papers.length : ((filtering ? list.matches : total) ?? -1);
  const found = filtering ? (isWhole ? papers.length : list.matches) : null;
  const phase = tab === null ? 'loading' : (view.state()[tab]?.phase ?? 'loading');

  const isSearching = tab === 'list' && filtering && list.matches === null;
  const hasPapers = phase === 'ready' && papers.length > 0;
  const Empty = useLater(phase !== 'loading' && !hasPapers, emptyStates);

  function nothing(): JSX.Element {
    if (Empty === null) return <Skeleton />;
    if (phase === 'failed') return <Empty.Failed onRetry={() => void view.open()} />;
    if (phase === 'none') return <Empty.NoListing />;
    if (phase === 'private') return <Empty.PrivatePage />;
    if (isSearching) return <Skeleton />;
    if (filtering) return <Empty.NoMatch view={view} />;
    return tab === 'fit' ? <Empty.NothingFits /> : <Empty.NothingYet />;
  }

  function content(): JSX.Element {
    if (phase === 'loading') return <Skeleton />;
    if (!hasPapers) return nothing();
    return (
      <PaperList
        key={tab}
        papers={papers}
        setSize={setSize}
        inParts={inParts}
        editing={editing}
        tagsInUse={tags}
        focus={focus}
        actions={actions}
        onMore={tab === 'list' && list.more ? view.more : undefined}
        onLeaveTop={onLeaveTop}
      />
    );
  }

  return (
    <main ref={box}>
      <div
        id="panel"
        role="tabpanel"
        aria-labelledby={`tab-${tab ?? 'list'}`}
        aria-busy={tab === 'list' && list.searching}
      >
        <QueryProblems
          id={PROBLEMS}
          query={list.filter.query}
          problems={problemsSaid(problems, caret)}
        />
        <p class={found === null || found === 0 ? 'for-screen-readers' : 'found'} role="status">
          {found !== null && countText('matches', found)}
        </p>
        {content()}
      </div>
    </main>
  );
}

/** The papers of the selected tab. A row whose editor is open stays, whether it fits the filter or not. */
function papersOf(view: Popup): ListedPaper[] {
  const { tab, list, editing, ...others } = view.state();
  const ids = { list, ...others }[tab ?? 'list']?.ids ?? [];
  const papers = ids.map(view.paper).filter((paper) => paper !== undefined);
  if (tab === 'list') return papers;
  return papers
    .map((paper) => (view.isDismissed(paper.id) ? { ...paper, dismissed: true } : paper))
    .filter((paper) => paper.id === editing?.id || list.understood.fits(paper));
}
