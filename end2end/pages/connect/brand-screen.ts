import type { Locator, Page } from '@playwright/test';

import { ConnectScreen } from './connect-screen.ts';

/** "Choose your car's brand". */
export class BrandScreen extends ConnectScreen {
  readonly search: Locator;

  constructor(page: Page) {
    super(page);
    this.search = page.getByLabel('Search');
  }

  brand(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async choose(name: string) {
    await this.brand(name).click();
  }
}
