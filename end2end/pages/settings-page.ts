import type { Locator, Response } from '@playwright/test';

import { CarportPage, type Surroundings } from './carport-page.ts';

/** `/settings`: units, theme, and the names of the cars. */
export class SettingsPage extends CarportPage {
  /** Of the choices for this browser. */
  readonly saveButton: Locator;
  readonly namesHeading: Locator;
  /** Why a name was refused. */
  readonly problem: Locator;

  constructor(surroundings: Surroundings) {
    super(surroundings);
    this.saveButton = this.main.getByRole('button', { name: 'Save', exact: true });
    this.namesHeading = this.main.getByRole('heading', { name: 'The names of your cars' });
    this.problem = this.main.getByRole('alert');
  }

  async goto(): Promise<Response | null> {
    return this.open('/settings');
  }

  theme(name: 'As the system' | 'Light' | 'Dark'): Locator {
    return this.#radio('Theme', name);
  }

  /** All units at once; the words beside the name are left out. */
  units(name: string): Locator {
    return this.#radio('Units', name);
  }

  /** One unit of a mix of one's own. */
  ownUnit(quantity: string, unit: string): Locator {
    return this.#radio(quantity, unit);
  }

  /** Makes these choices for this browser, and saves them. */
  async choose(...choices: Locator[]) {
    for (const choice of choices) {
      await choice.check();
    }
    await this.#submit(this.saveButton);
    await this.#saved();
  }

  /** The field for the name of the car that Smartcar describes so. */
  nameField(car: string): Locator {
    return this.main.getByRole('textbox', { name: car });
  }

  /** Gives the car a name; an empty one takes it back. */
  async nameCar(car: string, name: string) {
    await this.tryToNameCar(car, name);
    await this.#saved();
  }

  /** Sends a name, and stays at what comes back. */
  async tryToNameCar(car: string, name: string) {
    await this.nameField(car).fill(name);
    await this.#submit(this.main.getByRole('button', { name: `Save the name of ${car}` }));
  }

  /** The page that answers may look like the one before: what counts is that it is another. */
  async #submit(button: Locator) {
    await Promise.all([this.page.waitForEvent('load'), button.click()]);
    await this.ready();
  }

  async #saved() {
    await this.notice.filter({ hasText: 'Your settings are saved.' }).waitFor();
  }

  #radio(group: string, name: string): Locator {
    const words = new RegExp(`^${name}`);
    return this.main.getByRole('group', { name: group }).getByRole('radio', { name: words });
  }
}
