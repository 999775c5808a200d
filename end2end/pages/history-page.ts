import type { Locator, Response } from '@playwright/test';

import { CarportPage, type Surroundings } from './carport-page.ts';
import { Fold } from './garage-page.ts';

/** `/vehicle/{id}/history`: what one car has said over time. */
export class HistoryPage extends CarportPage {
  /** The name of the time that is looked at. */
  readonly period: Locator;
  readonly earlierLink: Locator;
  readonly laterLink: Locator;
  readonly zoomOutLink: Locator;
  readonly ownSpanFold: Fold;
  readonly from: Locator;
  readonly until: Locator;
  readonly showButton: Locator;
  readonly backLink: Locator;

  constructor(surroundings: Surroundings) {
    super(surroundings);
    const navigation = this.main.getByRole('navigation', { name: 'Period' });
    this.period = navigation.getByRole('heading', { level: 2 });
    this.earlierLink = navigation.getByRole('link', { name: /^Earlier: / });
    this.laterLink = navigation.getByRole('link', { name: /^Later: / });
    this.zoomOutLink = navigation.getByRole('link', { name: /^Zoom out to / });
    this.ownSpanFold = new Fold(navigation, /^A span of your own/);
    this.from = navigation.getByLabel('From (UTC)');
    this.until = navigation.getByLabel('Until (UTC)');
    this.showButton = navigation.getByRole('button', { name: 'Show' });
    this.backLink = this.main.getByRole('link', { name: /^Back to / });
  }

  async goto(vehicleId: string, query = ''): Promise<Response | null> {
    return this.open(`/vehicle/${vehicleId}/history${query}`);
  }

  /** The way to a period of this length. */
  periodLink(name: 'Day' | 'Week' | 'Month' | 'Year'): Locator {
    return this.main.getByRole('link', { name, exact: true });
  }

  /** A chart, by its heading. */
  chart(name: string): Chart {
    return new Chart(this.main.getByRole('figure', { name, exact: true }), name);
  }

  /** A file to take along. */
  download(name: string): Locator {
    return this.main.getByRole('link', { name });
  }
}

/** A chart with the table behind it. */
export class Chart {
  readonly figure: Locator;
  readonly drawing: Locator;
  /** With it, each reading can be looked at. */
  readonly slider: Locator;
  /** What is said where the reader is. */
  readonly reading: Locator;
  readonly tableFold: Fold;
  readonly table: Locator;

  constructor(figure: Locator, name: string) {
    this.figure = figure;
    this.drawing = figure.getByRole('img');
    this.slider = figure.getByRole('slider', { name: `${name}, reading by reading` });
    this.reading = figure.locator('.chart-reading');
    this.tableFold = new Fold(figure, `${name} as a table`);
    this.table = figure.getByRole('table');
  }
}
