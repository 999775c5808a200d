import type { Locator, Page } from '@playwright/test';

import { ConnectScreen } from './connect-screen.ts';

/** "Log in to …", with the maker's account. */
export class LoginScreen extends ConnectScreen {
  readonly email: Locator;
  readonly password: Locator;
  readonly logInButton: Locator;

  constructor(page: Page) {
    super(page);
    this.email = page.getByLabel('E-mail');
    this.password = page.getByLabel('Password');
    this.logInButton = page.getByRole('button', { name: 'Log in' });
  }

  async logIn(email: string) {
    await this.email.fill(email);
    await this.password.fill('any will do');
    await this.logInButton.click();
  }
}
