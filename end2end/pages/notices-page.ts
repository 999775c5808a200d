import type { Locator, Response } from '@playwright/test';

import { CarportPage, type Surroundings } from './carport-page.ts';

/** `/notices`: what the owner wanted to be told, and of what. */
export class NoticesPage extends CarportPage {
  /** How it is, in one line. */
  readonly state: Locator;
  /** The notices that are open. */
  readonly openOnes: Locator;
  /** Those of before. */
  readonly pastOnes: Locator;
  /** Why a number was refused. */
  readonly problem: Locator;
  readonly showButton: Locator;
  readonly stopButton: Locator;
  readonly notifications: Locator;

  constructor(surroundings: Surroundings) {
    super(surroundings);
    this.state = this.main.locator('.watch-state');
    this.openOnes = this.main.getByRole('region', { name: 'Open' }).getByRole('listitem');
    this.pastOnes = this.main.getByRole('region', { name: 'Before' }).getByRole('listitem');
    this.problem = this.main.getByRole('alert');
    this.notifications = this.main.getByRole('region', { name: 'Notifications in this browser' });
    this.showButton = this.notifications.getByRole('button', { name: 'Show notifications' });
    this.stopButton = this.notifications.getByRole('button', { name: 'Stop notifications' });
  }

  async goto(): Promise<Response | null> {
    return this.open('/notices');
  }

  /** The rules of a car; without a name, of the only one. */
  rules(car?: string): Locator {
    const within = this.main.getByRole('region', { name: 'What Carport watches for' });
    return car === undefined ? within : within.getByRole('region', { name: car });
  }

  switch(car: string, name: string): Locator {
    return this.rules(car).getByRole('checkbox', { name });
  }

  /** The first field of this name. */
  number(car: string, name: string): Locator {
    return this.rules(car).getByRole('spinbutton', { name }).first();
  }

  /** Types a number that the browser itself would not send. */
  async type(car: string, name: string, number: string) {
    const field = this.number(car, name);
    // Firefox adds what is filled in to what a field of numbers holds.
    await field.press('ControlOrMeta+a');
    await field.pressSequentially(number);
    await this.rules(car)
      .locator('form')
      .last()
      .evaluate((form: HTMLFormElement) => {
        form.noValidate = true;
      });
  }

  async save(car: string) {
    await this.#submit(this.rules(car).getByRole('button', { name: 'Save what to watch for' }));
  }

  async watchForAllFour(car?: string) {
    await this.#submit(this.rules(car).getByRole('button', { name: 'Watch for all four' }));
  }

  async putAway(notice: Locator) {
    await this.#submit(notice.getByRole('button', { name: 'Put away' }));
  }

  /** The page that answers may look like the one before: what counts is that it is another. */
  async #submit(button: Locator) {
    await Promise.all([this.page.waitForEvent('load'), button.click()]);
    await this.ready();
  }
}
