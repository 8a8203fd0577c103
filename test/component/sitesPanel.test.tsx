import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import '../../components/tokens.css';
import '../../components/list/singleKeys.css';
import '../../components/options/options.css';
import { SitesPanel } from '../../entrypoints/options/SitesPanel';
import { matchesOf, OPTIONAL, SITES } from '../../lib/sites/sites';
import { text } from '../../lib/text/text';
import { takeEnglishTexts } from './englishTexts';

const permitted = new Set<string>();
const heard = new Set<() => void>();
let place: HTMLElement;
let grants: boolean;

const change = {
  addListener: (one: () => void) => heard.add(one),
  removeListener: (one: () => void) => heard.delete(one),
};
const asked = vi.fn();
const permissions = {
  contains: async ({ origins }: { origins: string[] }) =>
    origins.every((one) => permitted.has(one)),
  request: async ({ origins }: { origins: string[] }) => {
    asked(origins);
    if (grants) for (const one of origins) permitted.add(one);
    return grants;
  },
  remove: async ({ origins }: { origins: string[] }) => {
    for (const one of origins) permitted.delete(one);
    return true;
  },
  onAdded: change,
  onRemoved: change,
};

beforeEach(async () => {
  takeEnglishTexts();
  Object.assign(fakeBrowser, { permissions }); // it has none of its own
  permitted.clear();
  asked.mockClear();
  grants = true;
  place = document.createElement('main');
  place.className = 'options';
  document.body.append(place);
  render(<SitesPanel />, place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

const box = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) });

test('every optional site is off at first, and its hosts are named', async () => {
  for (const id of OPTIONAL) {
    await expect.element(box(SITES[id].name)).not.toBeChecked();
    for (const host of SITES[id].hosts) expect(place.textContent).toContain(host);
  }
});

test('to switch a site on asks for its hosts and no others; off gives them back', async () => {
  await box(SITES.dblp.name).click();
  await expect.element(box(SITES.dblp.name)).toBeChecked();
  expect(asked).toHaveBeenCalledExactlyOnceWith(matchesOf(SITES.dblp));
  expect([...permitted]).toEqual(matchesOf(SITES.dblp));
  await box(SITES.dblp.name).click();
  await expect.element(box(SITES.dblp.name)).not.toBeChecked();
  expect(permitted.size).toBe(0);
});

test('a refusal leaves it off and says so', async () => {
  grants = false;
  await box(SITES.acl.name).click();
  await expect.element(page.getByText(text('siteRefused', SITES.acl.name))).toBeVisible();
  await expect.element(box(SITES.acl.name)).not.toBeChecked();
});

test('what the browser takes away by itself is off here, too', async () => {
  await box(SITES.dblp.name).click();
  await expect.element(box(SITES.dblp.name)).toBeChecked();
  permitted.clear();
  for (const one of heard) one();
  await expect.element(box(SITES.dblp.name)).not.toBeChecked();
});

test.each(['light', 'dark'])('it passes an accessibility audit in the %s theme', async (scheme) => {
  document.documentElement.style.colorScheme = scheme;
  await expect.element(box(SITES.dblp.name)).toBeVisible();
  const { violations } = await axe.run(place);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
