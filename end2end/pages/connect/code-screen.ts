import type { Locator, Page } from '@playwright/test';

import { ConnectScreen } from './connect-screen.ts';

/** "Enter the code": the second factor of accounts that ask for one. */
export class CodeScreen extends ConnectScreen {
  readonly code: Locator;
  readonly continueButton: Locator;

  constructor(page: Page) {
    super(page);
    this.code = page.getByLabel('Code');
    this.continueButton = page.getByRole('button', { name: 'Continue' });
  }

  async enter(code: string) {
    await this.code.fill(code);
    await this.continueButton.click();
  }
}
