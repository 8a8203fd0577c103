import type { JSX } from 'preact';
import type { Annotation } from '../../lib/papers/annotation';
import { text } from '../../lib/text/text';
import type { Part } from '../annotation/AnnotationEditor';
import { StarButton } from '../annotation/StarButton';
import { statusIcon, statusText } from '../annotation/status';
import { Icon, type IconName } from '../icons';

export interface CardControlProps {
  title: string;
  /** Undefined while the paper has no annotation. */
  annotation: Annotation | undefined;
  onStar: (starred: boolean) => void;
  /** Opens the editor at one of its parts. */
  onEdit: (part: Part) => void;
}

/** How many tags a card shows in full; the rest are counted. */
const TAGS_SHOWN = 2;

/** What a card of a listing gets: what is set at a glance, and the way to set it. */
export function CardControl({ title, annotation, onStar, onEdit }: CardControlProps): JSX.Element {
  const tags = annotation?.tags ?? [];
  const status = annotation?.status ?? null;
  const note = annotation?.note.trim() ?? '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this is a group of buttons
    <div class="card-control" role="group" aria-label={text('cardControls', title)}>
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <span key={tag} class="card-tag" title={tag} aria-hidden="true">
          {tag}
        </span>
      ))}
      {tags.length > TAGS_SHOWN && (
        <span class="card-tag" title={tags.slice(TAGS_SHOWN).join(', ')} aria-hidden="true">
          {text('moreTags', tags.length - TAGS_SHOWN)}
        </span>
      )}
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
        icon="tag"
        name={text('editTags', title)}
        state={tags.join(', ')}
        set={tags.length > 0}
        onPress={() => onEdit('tags')}
      />
      <PartButton
        icon="note"
        name={text('editNote', title)}
        state={note}
        set={note !== ''}
        onPress={() => onEdit('note')}
      />
    </div>
  );
}

interface PartButtonProps {
  icon: IconName;
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
      <Icon name={icon} />
      {shown !== undefined && <span>{shown}</span>}
    </button>
  );
}
