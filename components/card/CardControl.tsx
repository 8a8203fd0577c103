import type { JSX } from 'preact';
import type { Annotation } from '../../lib/papers/annotation';
import { text } from '../../lib/text/text';
import type { Part } from '../annotation/AnnotationEditor';
import { StarButton } from '../annotation/StarButton';
import { statusIcon, statusText } from '../annotation/status';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface CardControlProps {
  title: string;
  /** Undefined while the paper has no annotation. */
  annotation: Annotation | undefined;
  onStar: (starred: boolean) => void;
  /** Opens the editor at one of its parts. */
  onEdit: (part: Part) => void;
}

/** What a card of a listing gets: what is set at a glance, and the way to set it. */
export function CardControl({ title, annotation, onStar, onEdit }: CardControlProps): JSX.Element {
  const tags = annotation?.tags ?? [];
  const status = annotation?.status ?? null;
  const note = annotation?.note.trim() ?? '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this is a group of buttons
    <div class="card-control" role="group" aria-label={text('cardControls', title)}>
      <CardTags tags={tags} />
      <StarButton title={title} starred={annotation?.starred ?? false} onToggle={onStar} />
      <PartButton
        icon={statusIcon(status)}
        name={text('editStatus', title)}
        state={statusText(status)}
        set={status !== null}
        shown={status === null ? undefined : statusText(status)}
        onPress={() => onEdit('status')}
      />
      <PartButton
        icon={pictures.tag}
        name={text('editTags', title)}
        state={tags.join(', ')}
        set={tags.length > 0}
        onPress={() => onEdit('tags')}
      />
      <PartButton
        icon={pictures.note}
        name={text('editNote', title)}
        state={note}
        set={note !== ''}
        onPress={() => onEdit('note')}
      />
    </div>
  );
}

/** The first tags, and how many more there are: the second only on a card with room for it. */
function CardTags({ tags }: { tags: string[] }): JSX.Element {
  return (
    <>
      {tags.slice(0, 2).map((tag, index) => (
        <span
          key={tag}
          class={index === 0 ? 'card-tag' : 'card-tag roomy'}
          title={tag}
          aria-hidden="true"
        >
          {tag}
        </span>
      ))}
      <MoreTags tags={tags.slice(1)} where="tight" />
      <MoreTags tags={tags.slice(2)} where="roomy" />
    </>
  );
}

function MoreTags(props: { tags: string[]; where: 'tight' | 'roomy' }): JSX.Element | null {
  const { tags, where } = props;
  if (tags.length === 0) return null;
  return (
    <span class={`card-tag more ${where}`} title={tags.join(', ')} aria-hidden="true">
      {text('moreTags', tags.length)}
    </span>
  );
}

interface PartButtonProps {
  icon: string;
  name: string;
  /** What is set, for a hint and for screen readers. */
  state: string;
  set: boolean;
  /** What is set, shown beside the picture. */
  shown?: string | undefined;
  onPress: () => void;
}

function PartButton({ icon, name, state, set, shown, onPress }: PartButtonProps): JSX.Element {
  const hint = state === '' ? name : state.slice(0, 300);
  return (
    <button
      type="button"
      class={set ? 'icon-button part-button set' : 'icon-button part-button'}
      aria-label={name}
      aria-description={state.slice(0, 300)}
      aria-haspopup="dialog"
      title={hint}
      onClick={onPress}
    >
      <Icon picture={icon} />
      {shown !== undefined && <span>{shown}</span>}
    </button>
  );
}
