import { expect, test } from 'vitest';
import { installPackages } from '../../scripts/browser/install';

test('what is installed as root is said, command by command, before it runs', () => {
  const happened: string[] = [];
  const say = (sentence: string): void => void happened.push(sentence);
  const run = (command: string, args: string[]): boolean => {
    happened.push(`ran ${command} ${args.join(' ')}`);
    return true;
  };
  expect(installPackages(['pandoc'], say, run)).toBe(true);
  expect(happened).toEqual([
    'Running as root: apt-get update',
    'ran apt-get update',
    'Running as root: apt-get install -y --no-install-recommends pandoc',
    'ran apt-get install -y --no-install-recommends pandoc',
  ]);
});

test('where the first command fails, the second does not run', () => {
  const ran: string[] = [];
  const run = (_: string, args: string[]): boolean => {
    ran.push(args[0] ?? '');
    return false;
  };
  expect(installPackages(['pandoc'], () => {}, run)).toBe(false);
  expect(ran).toEqual(['update']);
});
