import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focused, open, popupStage } from './popupStage';

let copied: string[];
/** What the browser does with a text. */
let write: (text: string) => Promise<void>;

beforeEach(() => {
  copied = [];
  write = async (text) => {
    copied.push(text);
  };
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => write(text));
});
afterEach(() => vi.restoreAllMocks());

const item = (): string | null | undefined =>
  document.activeElement?.getAttribute('role') === 'menuitem'
    ? document.activeElement.textContent
    : null;
const menu = () => page.getByRole('menu');

describe('in the popup', () => {
  const stage = popupStage();

  test('c opens the menu; arrows, ends and letters move in it; Escape goes back to the row', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}c');
    await expect.poll(item).toBe('BibTeX');
    await expect.element(menu()).toHaveAccessibleName('Copy “Gamma”');
    await userEvent.keyboard('{ArrowDown}');
    expect(item()).toBe('Markdown link');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(item()).toBe('Link');
    await userEvent.keyboard('{Home}');
    expect(item()).toBe('BibTeX');
    await userEvent.keyboard('{End}');
    expect(item()).toBe('Link');
    await userEvent.keyboard('c');
    expect(item()).toBe('Citation');
    await userEvent.keyboard('{Escape}');
    await expect.element(menu()).not.toBeInTheDocument();
    expect(focused()).toBe('Gamma');
    expect(stage.onClose).not.toHaveBeenCalled();
    expect(copied).toEqual([]);
  });

  test('an item puts the paper on the clipboard, says so, and the focus is where it was', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}jjc');
    await expect.poll(item).toBe('BibTeX');
    await userEvent.keyboard('m{Enter}');
    await expect.poll(() => copied.length).toBe(1);
    expect(copied[0]).toMatch(
      /^\[Alpha .*bold.*\]\(https:\/\/huggingface\.co\/papers\/2504\.00001\)$/,
    );
    await expect.element(page.getByText('Markdown link copied')).toBeVisible();
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.poll(focused).toBe('Alpha <b>bold</b>');
  });

  test('the button opens it and closes it; a click beside it closes it', async () => {
    await open(stage);
    const button = page.getByRole('button', { name: 'Copy “Beta”' });
    await button.click();
    await expect.element(button).toHaveAttribute('aria-expanded', 'true');
    await button.click();
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(button).not.toHaveAttribute('aria-expanded');
    await button.click();
    await expect.element(menu()).toBeVisible();
    await page.getByRole('searchbox').click();
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await button.click();
    await page.getByRole('menuitem', { name: 'BibTeX' }).click();
    await expect.poll(() => copied.join()).toContain('@misc{');
  });

  test('what the browser refuses to take is shown, selected', async () => {
    await open(stage);
    write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    await userEvent.keyboard('{ArrowDown}c');
    await expect.poll(item).toBe('BibTeX');
    await userEvent.keyboard('l{Enter}');
    const field = page.getByRole('textbox', { name: /did not allow/ });
    await expect.element(field).toHaveFocus();
    await expect.element(field).toHaveValue('https://huggingface.co/papers/2504.00003');
    expect(getSelection()?.toString()).toBe('https://huggingface.co/papers/2504.00003');
    await userEvent.keyboard('{Escape}');
    expect(focused()).toBe('Gamma');
  });

  test('its shortcut is in the list of shortcuts', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}?');
    await expect
      .element(page.getByRole('dialog'))
      .toMatchTextContent(/Copy BibTeX, a citation, a link/);
  });
});
