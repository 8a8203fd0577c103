import type { JSX } from 'preact';
import type { AnnotationPatch } from '../../lib/papers/annotation';
import { paperLinks } from '../../lib/papers/ids';
import type { ListedPaper } from '../../lib/papers/list';
import type { TagCount } from '../../lib/papers/tags';
import { dateText, listText } from '../../lib/text/text';
import { AnnotationEditor } from '../annotation/AnnotationEditor';
import { StarButton } from '../annotation/StarButton';

export interface ExampleCardProps {
  listed: ListedPaper;
  tagsInUse: TagCount[];
  onPatch: (patch: AnnotationPatch) => void;
}

/** A paper as a card shows it, with everything that can be said about it open. */
export function ExampleCard({ listed, tagsInUse, onPatch }: ExampleCardProps): JSX.Element {
  const { id, paper, annotation, saving } = listed;
  return (
    <article class="example-card">
      <header>
        <StarButton
          title={paper.title}
          starred={annotation.starred}
          onToggle={(starred) => onPatch({ starred })}
        />
        <div>
          <h3>
            <a href={paperLinks(id).page} target="_blank" rel="noreferrer">
              {paper.title}
            </a>
          </h3>
          <p>
            {listText(paper.authors)}
            {paper.publishedAt !== undefined && <> · {dateText(paper.publishedAt)}</>}
          </p>
        </div>
      </header>
      <AnnotationEditor
        id={id}
        annotation={annotation}
        saving={saving}
        tagsInUse={tagsInUse}
        onPatch={onPatch}
      />
    </article>
  );
}
