import type { Locator, Page } from '@playwright/test';

import { ConnectScreen } from './connect-screen.ts';

/** "Connect your car": the country and the language. */
export class CountryScreen extends ConnectScreen {
  readonly country: Locator;
  readonly language: Locator;
  readonly continueButton: Locator;

  constructor(page: Page) {
    super(page);
    this.country = page.getByLabel('Country');
    this.language = page.getByLabel('Language');
    this.continueButton = page.getByRole('button', { name: 'Continue' });
  }

  async choose(country: string) {
    await this.country.selectOption(country);
    await this.continueButton.click();
  }
}
