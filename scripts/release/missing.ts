import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the stores want and the project does not have yet, a line each. */
export function missing(root: string): string[] {
  const said = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object; // npm has read it
  const fields = ['repository', 'bugs'].filter((field) => !(field in said));
  return fields.length === 0
    ? []
    : [
        `package.json has no ${fields.join(' and no ')}: the project has no public address yet. The stores want one for support and one for PRIVACY.md.`,
      ];
}
