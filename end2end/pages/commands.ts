import { expect, type Locator } from '@playwright/test';

/** What can be asked of a car on its page, and what became of it. */
export class Commands {
  /** The command that is under way, or was settled just now. */
  readonly strip: Locator;
  /** What support wants to know of it. */
  readonly details: Locator;
  readonly history: Locator;
  /** The row of the locks, with what the car says of them. */
  readonly doors: Locator;
  readonly #main: Locator;

  constructor(main: Locator) {
    this.#main = main;
    this.strip = main.locator('.strip');
    this.details = this.strip.locator('details');
    this.doors = main.getByRole('group', { name: 'Doors', exact: true });
    this.history = main.locator('details').filter({ hasText: /^What was asked before/ });
  }

  button(name: string): Locator {
    return this.#main.getByRole('button', { name, exact: true });
  }

  /** A part that opens, by its words. */
  fold(words: string): Locator {
    return this.#main.locator('summary').filter({ hasText: new RegExp(`^${words}$`) });
  }

  /** The form with this button. */
  form(words: string, button: string): Locator {
    const page = this.#main.page();
    return this.#main
      .locator('details')
      .filter({ has: page.locator('summary').filter({ hasText: new RegExp(`^${words}$`) }) })
      .locator('form')
      .filter({ has: page.getByRole('button', { name: button, exact: true }) });
  }

  /** A field of the charge limit. */
  get limit(): Locator {
    return this.#main.locator('input[name="percent"]:not([type="range"])');
  }

  /** Types a charge limit over the one that is there, and sets it. */
  async setLimit(percent: string) {
    // `fill` appends to a number field of Firefox: over BiDi it leaves nothing selected there.
    await this.limit.selectText();
    await this.limit.pressSequentially(percent);
    await this.button('Set limit').click();
  }

  /** Opens a part, fills its fields in by their names, and presses its button. */
  async fillIn(words: string, fields: Record<string, string>, button: string) {
    await this.fold(words).click();
    const form = this.form(words, button);
    for (const [name, value] of Object.entries(fields)) {
      await form.locator(`input[name="${name}"]`).fill(value);
    }
    await form.getByRole('button', { name: button, exact: true }).click();
  }

  /** Waits until the strip says this; a reader without a script looks again. */
  async says(words: string | RegExp) {
    const lookAgain = this.strip.getByRole('link', { name: 'Look again' });
    await expect(async () => {
      if (await lookAgain.isVisible()) {
        await lookAgain.click();
      }
      await expect(this.strip).toContainText(words, { timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  }
}
