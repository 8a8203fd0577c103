import { excerpt, unmarked } from '../papers/excerpt';
import { invertName, splitName } from '../papers/names';
import type { Source, Sources } from '../papers/paper';
import { PART_NAMES, timeOf } from '../papers/parts/parts';
import { FACTS } from '../papers/sources';
import { tagKey } from '../papers/tags';
import { STATUS_NAMES } from '../text/statusNames';
import { dateText, numberText, type TextKey, text, timeText } from '../text/text';
import { type AnyDifference, type FieldName, isChange, kindOf } from './differences';

/** A value as it is shown: a text, none where it is empty, or tags of which some are new. */
export type ShownValue = string | { tag: string; isNew: boolean }[];

/** A field of a paper as it is shown. `after` is null where the field stays as it is. */
export interface ShownDifference {
  field: string;
  name: string;
  before: ShownValue;
  incoming: ShownValue;
  after: ShownValue | null;
}

/** What an import does with a paper, as it is shown. */
export interface ShownDifferences {
  /** The title that it will have, where it is not the one that comes. */
  title: string | undefined;
  /** What changes, in few words. */
  changed: string[];
  rows: ShownDifference[];
  /** Names of facts of which the file says something else, and which stay as they are. */
  kept: string[];
}

/** What an import would change of a paper, in the reader's words. */
export function shownDifferences(all: readonly AnyDifference[]): ShownDifferences {
  const changes = all.filter(isChange);
  const changed = new Set(changes.map(({ field }) => field));
  const hasNewFacts = changes.some(({ field }) => kindOf(field) === 'fact');
  const isShown = ({ field }: AnyDifference): boolean =>
    kindOf(field) === 'source' ? !hasNewFacts : !isTold(field, changed);
  const [kept, told] = [new Set<FieldName>(), [] as AnyDifference[]];
  for (const difference of all) {
    const { field } = difference;
    if (kindOf(field) === 'fact' && !isChange(difference)) kept.add(field);
    else if (isShown(difference)) told.push(difference);
  }
  return {
    title: all.find((difference) => difference.field === 'title')?.after,
    changed: [...new Set(changes.filter(isShown).map(({ field }) => text(groupOf(field))))],
    rows: told.map(shown),
    kept: [...kept].map((field) => text(NAMES[field])),
  };
}

/** A time need not be told beside what it is the time of. */
function isTold(field: FieldName, changed: ReadonlySet<FieldName>): boolean {
  const of = PART_OF.get(field);
  return of !== undefined && changed.has(of);
}

function groupOf(field: FieldName): TextKey {
  const kind = kindOf(field);
  if (kind === 'fact' || kind === 'source') return 'fieldFacts';
  return kind === 'time' ? 'fieldTimes' : NAMES[field];
}

function shown(difference: AnyDifference): ShownDifference {
  const { field, before } = difference;
  const known = new Set(field === 'tags' ? before.map(tagKey) : []);
  const value = (which: 'before' | 'incoming' | 'after'): ShownValue =>
    field === 'tags'
      ? difference[which].map((tag) => ({ tag, isNew: !known.has(tagKey(tag)) }))
      : valueText(field, difference[which]);
  return {
    field,
    name: text(NAMES[field]),
    before: value('before'),
    incoming: value('incoming'),
    after: isChange(difference) ? value('after') : null,
  };
}

function valueText(field: FieldName, value: unknown): string {
  if (field === 'starred') return text(value === true ? 'starredState' : 'notStarred');
  if (value === undefined || value === null || value === '') return '';
  if (field === 'moreAuthors') return value === true ? text('andOthers') : '';
  if (field === 'status') return text(STATUS_NAMES[value as keyof typeof STATUS_NAMES]); // the field's values
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') {
    if (kindOf(field) === 'time') return timeText(value);
    return field === 'publishedAt' ? dateText(value) : value;
  }
  if (Array.isArray(value)) return value.join(', ');
  if (field === 'organization') {
    const { name, fullname } = value as { name: string; fullname?: string }; // the field's values
    return fullname ?? name;
  }
  // As sorted: the family name first, for each author of whom a file stated it.
  if (field === 'familyNames') {
    const names = Object.entries(value as Record<string, string>); // the field's values
    return names.map(([name, family]) => invertName(splitName(name, family))).join('; ');
  }
  if (field === 'sources') return sourcesText(value);
  return excerpt(JSON.stringify(value), unmarked, 300);
}

/** Each fact that no page has stated, with where it is from. */
function sourcesText(sources: Sources): string {
  const texts = FACTS.flatMap((fact) => {
    const source = sources[fact];
    return source === undefined ? [] : text(SOURCE_OF[source], text(NAMES[fact]));
  });
  return texts.join(', ');
}

const SOURCE_OF: Record<Source, TextKey> = {
  page: 'fromPage',
  bibliography: 'fromBibliography',
  link: 'fromLink',
};

const PART_OF = new Map<FieldName, FieldName>(PART_NAMES.map((part) => [timeOf(part), part]));

const NAMES: Record<FieldName, TextKey> = {
  starred: 'fieldStar',
  status: 'fieldStatus',
  tags: 'fieldTags',
  note: 'fieldNote',
  title: 'fieldTitle',
  authors: 'fieldAuthors',
  abstract: 'fieldAbstract',
  publishedAt: 'fieldPublished',
  organization: 'fieldOrganization',
  keywords: 'fieldKeywords',
  githubRepo: 'fieldCode',
  projectPage: 'fieldProject',
  venue: 'fieldVenue',
  version: 'fieldVersion',
  versionRead: 'fieldVersionRead',
  withdrawn: 'fieldWithdrawn',
  authorCount: 'fieldAuthorCount',
  moreAuthors: 'fieldMoreAuthors',
  familyNames: 'fieldFamilyNames',
  upvotes: 'fieldUpvotes',
  comments: 'fieldComments',
  githubStars: 'fieldGithubStars',
  sources: 'fieldSources',
  extra: 'fieldExtra',
  starredAt: 'fieldStarredAt',
  statusAt: 'fieldStatusAt',
  tagsAt: 'fieldTagsAt',
  noteAt: 'fieldNoteAt',
  createdAt: 'fieldCreatedAt',
};
