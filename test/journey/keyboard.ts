import type { Page } from 'playwright-core';

// Where the keyboard is: its name as a person reads or hears it, and whether the place before showed its focus.
const whereNow = `(() => {
  const at = document.activeElement;
  if (at === document.body) return { name: '', unseen: '', question: '', type: '', checked: false };
  const plain = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const ring = (each) => {
    const parts = [getComputedStyle(each), getComputedStyle(each, '::after')];
    const around = each.closest('label, .input-group');
    if (around) parts.push(getComputedStyle(around));
    return parts.map((part) => [part.outlineStyle === 'none' ? '' : part.outline, part.boxShadow].join()).join(';');
  };
  const before = globalThis.lastStop;
  const same = before?.at.isConnected && before.at !== at && before.ring === ring(before.at);
  const name = plain(at.getAttribute('aria-label') || at.labels?.[0]?.textContent || at.textContent);
  // A date has stops inside it; coming to it is what counts.
  if (before?.at !== at) globalThis.lastStop = { at, name, ring: ring(at) };
  const question = plain(at.closest('fieldset')?.querySelector('.question-text')?.textContent);
  return { name, unseen: same ? before.name : '', question, type: at.type ?? '', checked: at.checked === true };
})()`;

export interface Stop {
  name: string;
  /** The stop before, if it looks the same without the focus. */
  unseen: string;
  /** The question of a quiz it belongs to. */
  question: string;
  type: string;
  checked: boolean;
}
type Goal = string | RegExp | ((stop: Stop) => boolean);

/** A person with a keyboard and nothing else. Every place the focus passes must show it. */
export class Keyboard {
  constructor(readonly page: Page) {}

  type = (text: string): Promise<void> => this.page.keyboard.type(text);

  async press(key: string): Promise<Stop> {
    await this.page.keyboard.press(key);
    const stop = await this.page.evaluate<Stop>(whereNow);
    if (stop.unseen) throw new Error(`The focus cannot be seen on: ${stop.unseen}`);
    return stop;
  }

  /** Moves on, or back, until the focus is on what bears this name. */
  async to(goal: Goal, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop> {
    const isThere = (stop: Stop) =>
      typeof goal === 'function' ? goal(stop) : typeof goal === 'string' ? stop.name === goal : goal.test(stop.name);
    const passed: string[] = [];
    while (passed.length < 120) {
      const stop = await this.press(key);
      if (isThere(stop)) return stop;
      passed.push(stop.name);
    }
    throw new Error(`${key} never came to ${String(goal)}, but to: ${passed.join(' · ')}`);
  }

  /** The skip link is the first stop of every page. */
  async skip(): Promise<void> {
    await this.to('Skip to the content');
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(`document.activeElement.id === 'main'`);
  }

  /** Goes there and follows it to the next page. */
  async follow(goal: Goal, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.to(goal, key);
    await this.enter();
  }

  async enter(): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')]);
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.to(label);
    await this.overwrite(text);
  }

  async overwrite(text: string): Promise<void> {
    await this.page.keyboard.press('Control+A');
    await this.type(text);
  }
}
