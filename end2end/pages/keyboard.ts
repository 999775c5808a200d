import type { Locator, Page } from '@playwright/test';

/** More stops than any page has. */
const furthest = 80;

/** A stop of the Tab key. */
export interface Stop {
  words: string;
  /** Whether an outline shows where the reader is. */
  outlined: boolean;
}

/** Somebody who has a keyboard and nothing else. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes to something with the Tab key, and presses it. */
  async press(target: Locator) {
    await this.#goTo(target);
    await this.#page.keyboard.press('Enter');
  }

  /** Goes to a field with the Tab key, and types into it. */
  async type(field: Locator, text: string) {
    await this.#goTo(field);
    await this.#page.keyboard.type(text);
  }

  /** Every stop of the page, from the first until the focus leaves the page. */
  async stops(): Promise<Stop[]> {
    const stops: Stop[] = [];
    while (stops.length < furthest) {
      await this.#page.keyboard.press('Tab');
      const stop = await this.#page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) {
          return null;
        }
        // Where a whole card is the link, it is the link's `::after` that covers the card.
        const outlines = [null, '::after'].map((part) => getComputedStyle(focused, part));
        return {
          words: focused.textContent.trim(),
          outlined: outlines.some(
            ({ outlineStyle, outlineWidth }) =>
              outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
          ),
        };
      });
      if (stop === null) {
        return stops;
      }
      stops.push(stop);
    }
    throw new Error(`The focus was still on the page after ${furthest} stops.`);
  }

  async #goTo(target: Locator) {
    await target.waitFor();
    for (let stop = 0; stop < furthest; stop += 1) {
      await this.#page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) {
        return;
      }
    }
    throw new Error(`The Tab key does not reach ${target}.`);
  }
}
