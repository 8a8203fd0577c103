import type { JSX } from 'preact';
import { plainText } from '../../lib/maths/spans';
import { paperLinks } from '../../lib/papers/ids';
import type { ListedPaper } from '../../lib/papers/list';
import { text } from '../../lib/text/text';
import { StarButton } from '../annotation/StarButton';
import { StatusPicker } from '../annotation/StatusPicker';
import { TagField } from '../annotation/TagField';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { Abstract } from './Abstract';
import { NoteSection } from './NoteSection';
import { PaperDetails } from './PaperDetails';
import type { ReadingPaneProps } from './props';
import { TexText } from './TexText';
import { Timeline } from './Timeline';

export interface ReadPaperProps extends ReadingPaneProps {
  listed: ListedPaper;
  /** Whether abstracts are shown whole: chosen at one paper, it holds for the next. */
  wholeAbstract: boolean;
  onWholeAbstract: (whole: boolean) => void;
}

/** The paper that is read, from its title to its history. */
export function ReadPaper(props: ReadPaperProps): JSX.Element {
  const { listed, note, writing, timeline, tagsInUse, actions, onSearch, onCopy } = props;
  const { id, paper, annotation, bookmarked, saving } = listed;
  return (
    <article>
      <header>
        <StarButton
          title={plainText(paper.title)}
          starred={annotation.starred}
          onToggle={(starred) => actions.patch({ starred })}
        />
        <h2 dir="auto">
          <a class="paper-title" href={paperLinks(id).page} target="_blank" rel="noreferrer">
            <TexText text={paper.title} />
          </a>
        </h2>
      </header>
      <PaperDetails paper={paper} onSearch={onSearch} onCopy={onCopy} />
      {!bookmarked && !writing && (
        <div class="history-only">
          <p>{text('onlyInHistory')}</p>
          <button type="button" class="button" onClick={() => actions.patch({ starred: true })}>
            {text('starHint')}
          </button>
        </div>
      )}
      {props.same}
      <div class="annotation-editor">
        <StatusPicker status={annotation.status} onPick={(status) => actions.patch({ status })} />
        <TagField
          key={listed.id}
          of={listed.id}
          tags={annotation.tags}
          inUse={tagsInUse}
          onAdd={(tag) => actions.patch({ addTags: [tag] })}
          onRemove={(tag) => actions.patch({ removeTags: [tag] })}
        />
      </div>
      <Abstract
        text={paper.abstract}
        keywords={paper.keywords ?? []}
        whole={props.wholeAbstract}
        onWhole={props.onWholeAbstract}
        onSearch={onSearch}
      />
      <NoteSection
        note={note}
        source={annotation.note}
        writing={writing}
        saving={saving}
        actions={actions}
      />
      {props.related}
      {timeline !== null && timeline.length > 0 && (
        <Timeline
          timeline={timeline}
          status={annotation.status}
          bookmarked={bookmarked}
          onStatus={actions.takeStatus}
          onRemove={actions.remove}
        />
      )}
      {bookmarked && (
        <footer>
          <button type="button" class="text-button danger" onClick={actions.remove}>
            <Icon picture={pictures.trash} />
            {text('remove')}
          </button>
        </footer>
      )}
    </article>
  );
}
