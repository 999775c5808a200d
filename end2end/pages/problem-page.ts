import type { Locator, Response } from '@playwright/test';

import { CarportPage, type Surroundings } from './carport-page.ts';

/** A page of Carport that says what went wrong: `/connect/{problem}`, or an unknown address. */
export class ProblemPage extends CarportPage {
  readonly adviceHeading: Locator;
  readonly tryAgainLink: Locator;
  readonly seeCarsLink: Locator;
  readonly backToStartLink: Locator;

  constructor(surroundings: Surroundings) {
    super(surroundings);
    this.adviceHeading = this.main.getByRole('heading', { name: 'What to do', level: 2 });
    this.tryAgainLink = this.main.getByRole('link', { name: 'Try again' });
    this.seeCarsLink = this.main.getByRole('link', { name: 'See your cars' });
    this.backToStartLink = this.main.getByRole('link', { name: 'Back to the start' });
  }

  /** Opens the page of this problem. */
  async goto(problem: string): Promise<Response | null> {
    return this.open(`/connect/${problem}`);
  }

  /** Opens any address: one that leads nowhere, or one that Smartcar would not have made. */
  async gotoAddress(path: string): Promise<Response | null> {
    return this.open(path);
  }
}
