import type { Locator, Response } from '@playwright/test';

import { CarportPage, type Surroundings } from './carport-page.ts';

/** `/` */
export class HomePage extends CarportPage {
  readonly connectLink: Locator;
  readonly seeCarsLink: Locator;
  readonly connectAnotherLink: Locator;

  constructor(surroundings: Surroundings) {
    super(surroundings);
    this.connectLink = this.main.getByRole('link', { name: 'Connect your car' });
    this.seeCarsLink = this.main.getByRole('link', { name: 'See your cars' });
    this.connectAnotherLink = this.main.getByRole('link', { name: 'Connect another car' });
  }

  async goto(): Promise<Response | null> {
    return this.open('/');
  }
}
