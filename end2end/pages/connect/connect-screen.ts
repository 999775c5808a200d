import type { Locator, Page } from '@playwright/test';

/** What is the same on every screen of the simulated Connect. */
export class ConnectScreen {
  readonly page: Page;
  readonly heading: Locator;
  readonly backToApplicationButton: Locator;
  readonly #errorFold: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.backToApplicationButton = page.getByRole('button', { name: 'Back to application' });
    this.#errorFold = page.getByRole('complementary', { name: 'Simulator' });
  }

  /** Makes Connect end with one of Smartcar's errors. */
  async endWith(error: string) {
    await this.#errorFold.getByText('Simulator: end with an error').click();
    await this.#errorFold.getByRole('button', { name: `End with ${error}`, exact: true }).click();
  }
}
