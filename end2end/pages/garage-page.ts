import type { Locator, Response } from '@playwright/test';

import { CarportPage, type Surroundings } from './carport-page.ts';

/** `/vehicle`: the owner's cars. */
export class GaragePage extends CarportPage {
  readonly table: Locator;
  /** One a car: the head of the table has none. */
  readonly makes: Locator;
  readonly vehicleIds: Locator;
  readonly emptyHeading: Locator;
  readonly connectLink: Locator;
  readonly connectAnotherLink: Locator;
  readonly signOutButton: Locator;
  readonly eraseFold: Fold;
  readonly eraseButton: Locator;

  constructor(surroundings: Surroundings) {
    super(surroundings);
    this.table = this.main.getByRole('table');
    this.makes = this.table.getByRole('rowheader');
    this.vehicleIds = this.table.getByRole('cell', { name: /^[0-9a-f-]{36}$/ });
    this.emptyHeading = this.main.getByRole('heading', { name: 'No car is connected' });
    this.connectLink = this.main.getByRole('link', { name: 'Connect a car' });
    this.connectAnotherLink = this.main.getByRole('link', { name: 'Connect another car' });
    this.signOutButton = this.main.getByRole('button', { name: 'Sign out' });
    this.eraseFold = new Fold(this.main, 'Erase everything');
    this.eraseButton = this.main.getByRole('button', { name: 'Erase everything now' });
  }

  async goto(): Promise<Response | null> {
    return this.open('/vehicle');
  }

  /** The way to the page of a car, on its card. */
  cardLink(name: string): Locator {
    return this.main.getByRole('list').getByRole('link', { name, exact: true });
  }

  /** The row of the one car whose model this is. */
  car(model: string): CarRow {
    const cell = this.page.getByRole('cell', { name: model, exact: true });
    return new CarRow(this.table.getByRole('row').filter({ has: cell }));
  }
}

/** A car in the table. */
export class CarRow {
  readonly row: Locator;
  readonly make: Locator;
  /** Model, year, powertrain, id, mode, and what can be done. */
  readonly cells: Locator;
  readonly disconnectFold: Fold;
  readonly disconnectButton: Locator;

  constructor(row: Locator) {
    this.row = row;
    this.make = row.getByRole('rowheader');
    this.cells = row.getByRole('cell');
    this.disconnectFold = new Fold(row, 'Disconnect');
    this.disconnectButton = row.getByRole('button', { name: /^Disconnect / });
  }

  /** Asks for it, and confirms. */
  async disconnect() {
    await this.disconnectFold.summary.click();
    await this.disconnectButton.click();
  }
}

/** A `<details>`. Its summary has no role that all browsers agree on, so its words name it. */
export class Fold {
  readonly summary: Locator;
  readonly fold: Locator;

  constructor(within: Locator, words: string | RegExp) {
    this.summary = within.locator('summary').getByText(words, { exact: true });
    this.fold = this.summary.locator('xpath=ancestor::details[1]');
  }
}
