import type { Locator, Page, Response } from '@playwright/test';

/** A browser page that shows Carport. */
export interface Surroundings {
  page: Page;
  /** Where Carport is. */
  origin: string;
  /** Whether the browser runs scripts. */
  scripted: boolean;
}

/** What is the same on every page of Carport. */
export abstract class CarportPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly skipLink: Locator;
  readonly main: Locator;
  readonly banner: Locator;
  readonly inspectorLink: Locator;
  readonly wordmark: Locator;
  readonly yourCarsLink: Locator;
  readonly noticesLink: Locator;
  readonly settingsLink: Locator;
  readonly notice: Locator;
  readonly alert: Locator;
  /** When a page of cars was made, for a reader without a script. */
  readonly madeAt: Locator;
  readonly newerLink: Locator;
  readonly #origin: string;
  readonly #scripted: boolean;

  constructor({ page, origin, scripted }: Surroundings) {
    this.page = page;
    this.#origin = origin;
    this.#scripted = scripted;
    this.heading = page.getByRole('heading', { level: 1 });
    this.skipLink = page.getByRole('link', { name: 'Skip to the content' });
    this.main = page.getByRole('main');
    this.banner = page.getByRole('complementary', { name: 'Simulation' });
    this.inspectorLink = this.banner.getByRole('link', { name: 'Open the simulator’s inspector' });
    this.wordmark = page.getByRole('banner').getByRole('link', { name: 'Carport' });
    const navigation = page.getByRole('navigation', { name: 'Main' });
    this.yourCarsLink = navigation.getByRole('link', { name: 'Your cars' });
    // With the number of those that are open.
    this.noticesLink = navigation.getByRole('link', { name: /^Notices/ });
    this.settingsLink = navigation.getByRole('link', { name: 'Settings' });
    // A page of cars has a status of its own beside it.
    this.notice = this.main.locator('.notice');
    this.alert = page.getByRole('alert');
    this.madeAt = this.main.locator('.made-at');
    this.newerLink = this.madeAt.getByRole('link', { name: 'Load it again' });
  }

  /** Opens an address of this Carport; the answer to it. */
  protected async open(path: string): Promise<Response | null> {
    const response = await this.page.goto(`${this.#origin}${path}`);
    await this.ready();
    return response;
  }

  /**
   * Resolves when the page that the browser is on, or on its way to, can be used. Presses on
   * anything but links and forms are lost before that.
   */
  async ready() {
    if (this.#scripted) {
      // No role or label says it: the mark is made for tests.
      await this.page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
    }
  }
}
