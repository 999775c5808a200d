import type { Locator, Page } from '@playwright/test';

import { ConnectScreen } from './connect-screen.ts';

/** "Choose what to share": the cars, the permissions, and the decision. */
export class GrantScreen extends ConnectScreen {
  readonly cars: Locator;
  readonly permissions: Locator;
  readonly allowButton: Locator;
  readonly denyButton: Locator;
  readonly #otherUserId: Locator;
  readonly #forgeButton: Locator;

  constructor(page: Page) {
    super(page);
    this.cars = page.getByRole('group', { name: 'Cars' }).getByRole('checkbox');
    this.permissions = page.getByRole('group', { name: /may do$/ }).getByRole('checkbox');
    this.allowButton = page.getByRole('button', { name: 'Allow access' });
    this.denyButton = page.getByRole('button', { name: 'Deny access' });
    this.#otherUserId = page.getByLabel('Other user id');
    this.#forgeButton = page.getByRole('button', { name: 'Return with this user id' });
  }

  car(name: string): Locator {
    return this.page.getByRole('checkbox', { name });
  }

  permission(name: string): Locator {
    return this.page.getByRole('checkbox', { name, exact: true });
  }

  /** Allows access, and comes back under somebody else's user id. */
  async returnAs(userId: string) {
    await this.page.getByText("Simulator: return with somebody else's user_id").click();
    await this.#otherUserId.fill(userId);
    await this.#forgeButton.click();
  }

  /** Allows access without following the way back; the address to which it leads. */
  async allowWithoutReturning(): Promise<URL> {
    const form = new URLSearchParams({ decision: 'allow' });
    for (const box of [...(await this.cars.all()), ...(await this.permissions.all())]) {
      const [name, value] = await box.evaluate((input: HTMLInputElement) => [
        input.name,
        input.value,
      ]);
      form.append(name ?? '', value ?? '');
    }
    const answer = await this.page.request.post(this.page.url(), {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      data: form.toString(),
      maxRedirects: 0,
    });
    return new URL(answer.headers()['location'] ?? '');
  }
}
