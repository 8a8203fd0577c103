import type * as z from 'zod/mini';
import type { FieldFault } from '../problems';

type Issue = z.core.$ZodIssue;

/** What is wrong with a field, in our words. */
export function faultOf(issue: Issue, value: unknown): FieldFault {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'missing' : (TYPE_FAULTS[issue.expected] ?? 'notText');
    case 'invalid_value':
      return 'notStatus'; // the only list of allowed values is that of statuses
    case 'invalid_format':
      return 'notTime';
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int' ? 'notNumber' : 'tooLong';
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int' ? 'notNumber' : 'empty';
    default:
      if (value === undefined) return 'missing';
      if (typeof value !== 'string') return 'notText';
      return OWN_CHECKS[String(issue.path.at(-1))] ?? 'notWebAddress';
  }
}

/** What fails in the fields that have a check of our own; all others of that kind are addresses. */
const OWN_CHECKS: Record<string, FieldFault> = { id: 'notId', publishedAt: 'notDate' };

const TYPE_FAULTS: Record<string, FieldFault> = {
  string: 'notText',
  number: 'notNumber',
  int: 'notNumber',
  boolean: 'notTrueOrFalse',
  array: 'notList',
  object: 'notObject',
};

/** A path as people write it: `tags[3]`, `organization.name`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((whole, part) => {
    if (typeof part === 'number') return `${whole}[${part}]`;
    return whole === '' ? String(part) : `${whole}.${String(part)}`;
  }, '');
}

/** The value at a path, undefined where there is none. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, part) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.hasOwn(inner, part) ? Reflect.get(inner, part) : undefined;
  }, value);
}
