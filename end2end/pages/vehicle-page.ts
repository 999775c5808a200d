import type { Locator, Response } from '@playwright/test';

import { CarportPage, type Surroundings } from './carport-page.ts';
import { Commands } from './commands.ts';
import { Fold } from './garage-page.ts';

/** `/vehicle/{id}`: one car. */
export class VehiclePage extends CarportPage {
  /** How the car is, in a sentence. */
  readonly state: Locator;
  /** The words beside the drawing. */
  readonly drawn: Locator;
  readonly refreshButton: Locator;
  /** What a refresh costs, or when it is possible. */
  readonly refreshCost: Locator;
  readonly map: Locator;
  readonly allCarsLink: Locator;
  readonly historyLink: Locator;
  readonly commands: Commands;
  readonly untoldFold: Fold;
  readonly allowedFold: Fold;
  readonly exactTimes: Fold;
  /** What was not allowed, within the fold of the permissions. */
  readonly notAllowed: Locator;
  readonly allowAllLink: Locator;
  readonly attention: Locator;
  readonly logInAgainLink: Locator;

  constructor(surroundings: Surroundings) {
    super(surroundings);
    this.state = this.main.locator('.car-state');
    this.drawn = this.main.getByRole('region', { name: 'What the drawing shows' });
    this.refreshButton = this.main.getByRole('button', { name: 'Refresh' });
    this.refreshCost = this.main.locator('#refresh-cost');
    this.map = this.main.getByRole('link', { name: 'Show on OpenStreetMap' });
    this.allCarsLink = this.main.getByRole('link', { name: 'All your cars' });
    this.historyLink = this.main.getByRole('link', { name: 'What it said before' });
    this.commands = new Commands(this.main);
    this.untoldFold = new Fold(this.main, /^What this car cannot tell/);
    this.allowedFold = new Fold(this.main, /^What you have allowed/);
    this.exactTimes = new Fold(this.main, /^Exact times/);
    this.notAllowed = this.group('Not allowed');
    this.allowAllLink = this.notAllowed.getByRole('link', { name: /^Connect again and allow all/ });
    this.attention = this.group('What needs a hand');
    this.logInAgainLink = this.attention.getByRole('link', { name: 'Log in at the maker again' });
  }

  async goto(vehicleId: string): Promise<Response | null> {
    return this.open(`/vehicle/${vehicleId}`);
  }

  /** Smartcar's id of the vehicle, from the address. */
  get vehicleId(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** The way to allow what was not allowed, by its name. */
  allowLink(name: string): Locator {
    return this.notAllowed.getByRole('link', { name: `Allow “${name}”` });
  }

  /** Opens every fold, those within others too. */
  async openFolds() {
    await this.main.locator('details').evaluateAll((folds) => {
      for (const fold of folds) {
        (fold as HTMLDetailsElement).open = true;
      }
    });
  }

  /** A part of the page, by its heading. */
  group(name: string): Locator {
    return this.main.getByRole('region', { name, exact: true });
  }
}
