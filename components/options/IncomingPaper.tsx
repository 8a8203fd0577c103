import type { JSX } from 'preact';
import { plainText } from '../../lib/maths/spans';
import type { Bookmark } from '../../lib/papers/bookmark';
import { excerpt, unmarked } from '../../lib/papers/excerpt';
import { text } from '../../lib/text/text';
import { statusIcon, statusText } from '../annotation/status';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

/** Tags of one paper that are shown in a list. */
const MOST_TAGS = 12;

export interface IncomingPaperProps {
  bookmark: Bookmark;
  /** Its title, where a better one is known than what comes. */
  title?: string | undefined;
  /** It comes back from the trash. */
  isBack?: boolean;
}

/** An incoming paper, with a summary of what the file says about it. */
export function IncomingPaper({ bookmark, title, isBack }: IncomingPaperProps): JSX.Element {
  const { paper, annotation } = bookmark;
  const { starred, status, tags, note } = annotation;
  const start = excerpt(note.slice(0, 1_000), unmarked);
  return (
    <div class="incoming">
      <span class="incoming-title" dir="auto">
        {plainText(title ?? paper.title)}
      </span>
      <ul class="incoming-said">
        {isBack && (
          <Said picture={pictures.trash} look="back">
            {text('importBack')}
          </Said>
        )}
        {starred && (
          <Said picture={pictures.star} filled look="star">
            {text('starredState')}
          </Said>
        )}
        {status !== null && <Said picture={statusIcon(status)}>{statusText(status)}</Said>}
        {tags.slice(0, MOST_TAGS).map((tag) => (
          <li key={tag} class="chip">
            {tag}
          </li>
        ))}
        {tags.length > MOST_TAGS && <li>+{tags.length - MOST_TAGS}</li>}
        {start !== '' && (
          <Said picture={pictures.note} look="note">
            {start}
          </Said>
        )}
      </ul>
    </div>
  );
}

interface SaidProps {
  picture: string;
  filled?: boolean;
  look?: string;
  children: string;
}

function Said({ picture, filled = false, look = 'plain', children }: SaidProps): JSX.Element {
  return (
    <li class="said" data-look={look}>
      <Icon picture={picture} filled={filled} />
      <span>{children}</span>
    </li>
  );
}
