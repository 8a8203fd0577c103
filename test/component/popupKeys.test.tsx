import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { A, B, C, focused, open, popupStage, stored, titles } from './popupStage';

const stage = popupStage();

describe('keys', () => {
  test('move between rows and back to the search', async () => {
    await open(stage);
    expect(focused()).toBe('input');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Gamma');
    await userEvent.keyboard('jj');
    expect(focused()).toBe('Alpha <b>bold</b>');
    await userEvent.keyboard('k');
    expect(focused()).toBe('Beta');
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(focused()).toBe('input');
    await userEvent.keyboard('{ArrowDown}{End}/');
    expect(focused()).toBe('input');
  });

  test('star, set a status, open the editor at a field, and close it', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}j');
    await userEvent.keyboard('3');
    await expect.poll(() => stored(stage, B)?.status).toBe('read');
    await userEvent.keyboard('0');
    await expect.poll(() => stored(stage, B)?.status).toBeNull();
    await userEvent.keyboard('s');
    await expect.poll(() => stored(stage, B)?.starred).toBe(false);
    await userEvent.keyboard('n');
    await expect.poll(focused).toBe('textarea');
    await userEvent.keyboard('s3{Escape}');
    await expect.poll(focused).toBe('Beta');
    await userEvent.keyboard('e');
    await expect.poll(focused).not.toBe('Beta');
    await userEvent.keyboard('{Escape}jk'); // faster than a frame
    await expect.poll(focused).toBe('Beta');
    await expect.poll(() => stored(stage, B)?.note).toBe('s3');
    await userEvent.keyboard('t');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await userEvent.keyboard('new tag{Enter}{Escape}');
    await expect.poll(() => stored(stage, B)?.tags).toEqual(['new tag', 'rl']);
  });

  test('are letters while one types, and are left to the browser with a modifier', async () => {
    await open(stage);
    await userEvent.keyboard('sj?1');
    expect(page.getByRole('searchbox').element()).toHaveProperty('value', 'sj?1');
    await userEvent.keyboard('{Escape}{ArrowDown}{Control>}s{/Control}');
    expect(stage.library.sent).toEqual([]);
  });

  test('? shows all of them, Escape closes the list, then the popup', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}?');
    await expect.element(page.getByRole('dialog')).toMatchTextContent(/Star or unstar/);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(focused()).toBe('Gamma');
    expect(stage.onClose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(stage.onClose).toHaveBeenCalledOnce();
  });

  test('of one letter do nothing when they are switched off; the others do', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}?');
    await page.getByRole('checkbox', { name: /Single-key shortcuts/ }).click();
    expect(stage.singleKeys).toBe(false);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await userEvent.keyboard('sj3tneoc/?');
    expect(stage.library.sent).toEqual([]);
    expect(focused()).toBe('Gamma');
    await userEvent.keyboard('{ArrowDown} ');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
  });

  test('every control of a row is reached by Tab', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}');
    const met: string[] = [];
    for (let turn = 0; turn < 10; turn++) {
      await userEvent.keyboard('{Tab}');
      met.push(
        document.activeElement?.getAttribute('aria-label') ??
          document.activeElement?.textContent ??
          '',
      );
    }
    expect(met.slice(0, 7)).toEqual([
      'Star paper: Gamma',
      'Gamma',
      'PDF: Gamma',
      'arXiv: Gamma',
      'see alpha',
      'Edit status, tags and note: Gamma',
      'Copy “Gamma”',
    ]);
    expect(met[7]).toBe('Star paper: Beta');
  });
});

describe('removing', () => {
  test('an unstarred paper goes, the focus goes to the next, Undo brings it back', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}jj');
    await userEvent.keyboard('s');
    await expect.poll(() => titles(stage)).toEqual(['Gamma', 'Beta']);
    expect(focused()).toBe('Beta');
    await expect.element(page.getByText('Removed from the reading list.')).toBeInTheDocument();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => titles(stage)).toEqual(['Gamma', 'Beta', 'Alpha <b>bold</b>']);
    await expect.poll(focused).toBe('Alpha <b>bold</b>');
  });

  test('Ctrl-Z takes the last step back', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}{Delete}');
    await expect.poll(() => titles(stage)).toEqual(['Beta', 'Alpha <b>bold</b>']);
    expect(focused()).toBe('Beta');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => titles(stage)).toEqual(['Gamma', 'Beta', 'Alpha <b>bold</b>']);
    expect(stored(stage, C)?.note).toBe('see alpha');
  });

  test('the last paper leaves the focus in the search', async () => {
    stage.library.bookmarks.clear();
    stage.library.add({ id: A, title: 'Alone' });
    await open(stage);
    await userEvent.keyboard('{ArrowDown}s');
    await expect.element(page.getByText('Your reading list is empty')).toBeInTheDocument();
    expect(focused()).toBe('input');
  });
});
