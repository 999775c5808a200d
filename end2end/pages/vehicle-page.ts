import type { Locator, Response } from '@playwright/test';

import { CarportPage, type Surroundings } from './carport-page.ts';
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
  readonly untoldFold: Fold;
  readonly allowedFold: Fold;

  constructor(surroundings: Surroundings) {
    super(surroundings);
    this.state = this.main.locator('.car-state');
    this.drawn = this.main.getByRole('region', { name: 'What the drawing shows' });
    this.refreshButton = this.main.getByRole('button', { name: 'Refresh' });
    this.refreshCost = this.main.locator('#refresh-cost');
    this.map = this.main.getByRole('link', { name: 'Show on OpenStreetMap' });
    this.allCarsLink = this.main.getByRole('link', { name: 'All your cars' });
    this.untoldFold = new Fold(this.main, /^What this car cannot tell/);
    this.allowedFold = new Fold(this.main, /^What you have allowed/);
  }

  async goto(vehicleId: string): Promise<Response | null> {
    return this.open(`/vehicle/${vehicleId}`);
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
