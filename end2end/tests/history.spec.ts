import { readFile } from 'node:fs/promises';

import { expect, test } from '../fixtures/test.ts';

test('the history is a chart for each measure, with a table behind it', async ({
  visitor,
  account,
}) => {
  const { history, vehicle } = visitor;
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  await vehicle.historyLink.click();
  await expect(history.heading).toHaveText('History of Tesla Model 3');
  await expect(history.main).toContainText('All times are UTC.');

  const battery = history.chart('Battery');
  await expect(battery.drawing).toHaveAccessibleName(/^Battery, /);
  await expect(battery.drawing).toHaveAccessibleDescription(/at the lowest \d+ %/);
  await expect(battery.table).toBeHidden();
  await battery.tableFold.summary.click();
  await expect(battery.table).toHaveAccessibleName(/^Battery in %, each six hours, UTC$/);
  await expect(battery.table.getByRole('columnheader')).toHaveText([
    'When',
    'Lowest',
    'Mean',
    'Highest',
    'Last',
  ]);
  await expect(battery.table.getByRole('row')).toHaveCount(2);

  await history.backLink.click();
  await expect(vehicle.heading).toHaveText('Tesla Model 3');
});

test('the periods are links, and lead back and forth', async ({ visitor, account }) => {
  const { history } = visitor;
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  await visitor.vehicle.historyLink.click();
  await expect(history.periodLink('Week')).toHaveAttribute('aria-current', 'true');
  await expect(history.laterLink).toHaveCount(0);
  const thisWeek = await history.period.innerText();

  await history.periodLink('Day').click();
  await expect(history.period).toHaveText(/day, \d+ \w+ \d{4}$/);
  await expect(history.chart('Battery').figure).toBeVisible();
  await history.earlierLink.click();
  await expect(history.main).toContainText('Nothing from this time');
  await expect(history.chart('Battery').figure).toHaveCount(0);
  await history.laterLink.click();
  await expect(history.chart('Battery').figure).toBeVisible();
  await history.zoomOutLink.click();
  await expect(history.period).toHaveText(thisWeek);

  for (const [period, words] of [
    ['Month', /^\w+ \d{4}$/],
    ['Year', /^\d{4}$/],
  ] as const) {
    await history.periodLink(period).click();
    await expect(history.period).toHaveText(words);
    await expect(history.chart('Battery').figure).toBeVisible();
  }
});

test('a time without readings leads to one with some', async ({ visitor, account }) => {
  const { history } = visitor;
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  await history.goto(visitor.vehicle.vehicleId, '?period=day&at=2020-02-29');
  await expect(history.period).toHaveText('Saturday, 29 February 2020');
  const way = history.main.getByRole('region', { name: 'Nothing from this time' });
  await way.getByRole('link').click();
  await expect(history.chart('Battery').figure).toBeVisible();
});

test('a span of one’s own is asked for in a form', async ({ visitor, account }) => {
  const { history } = visitor;
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  await history.goto(visitor.vehicle.vehicleId);
  await history.ownSpanFold.summary.click();
  await history.from.fill('2020-02-29T10:05');
  await history.until.fill('2020-02-29T14:20');
  await history.showButton.click();
  await expect(history.period).toHaveText('29 February 2020, 10:05 to 14:20 UTC');
  await expect(history.from).toHaveValue('2020-02-29T10:05');
});

test('a span that cannot be looked at is said, and there are ways on', async ({
  visitor,
  account,
}) => {
  const { history } = visitor;
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId } = visitor.vehicle;
  const answer = await history.goto(vehicleId, '?from=2026-02-02T10:00Z&until=2026-02-01T10:00Z');
  expect(answer?.status()).toBe(400);
  await expect(history.alert).toContainText('This span ends before it begins.');
  await history.periodLink('Day').click();
  await expect(history.alert).toHaveCount(0);
  await expect(history.chart('Battery').figure).toBeVisible();
});

test('everything can be taken along', async ({ visitor, account }) => {
  const { history } = visitor;
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  await visitor.vehicle.historyLink.click();
  for (const name of [
    'Readings as CSV',
    'Readings as JSON',
    'Commands as CSV',
    'Commands as JSON',
  ]) {
    const downloading = visitor.page.waitForEvent('download');
    await history.download(name).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.(csv|json)$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.length, name).toBeGreaterThan(0);
  }
});

test('the history of somebody else is not there', async ({ visitor, stranger, newAccount }) => {
  await visitor.connectCars(await newAccount());
  await visitor.openCar('Tesla Model 3');
  await stranger.connectCars(await newAccount());
  const answer = await stranger.history.goto(visitor.vehicle.vehicleId);
  expect(answer?.status()).toBe(404);
  await expect(stranger.history.chart('Battery').figure).toHaveCount(0);
});
