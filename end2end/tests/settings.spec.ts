import { expect, test } from '../fixtures/test.ts';
import { model3, modelY, tesla, type Car } from '../fixtures/account.ts';
import type { Visitor } from '../pages/visitor.ts';

/** A car that has driven 40,000 kilometres. */
const driven: Car = {
  ...model3,
  signals: { 'odometer-traveleddistance': { body: { value: 40_000, unit: 'km' } } },
};

test('a visitor finds the settings from the header, and nothing to name', async ({ visitor }) => {
  const { home, settings } = visitor;
  await home.goto();
  await home.settingsLink.click();

  await expect(visitor.page).toHaveURL('/settings');
  await expect(settings.heading).toHaveText('Settings');
  await expect(visitor.page).toHaveTitle('Settings · Carport');
  await expect(settings.settingsLink).toHaveAttribute('aria-current', 'page');
  await expect(settings.theme('As the system')).toBeChecked();
  await expect(settings.units('As my browser’s language suggests')).toBeChecked();
  await expect(settings.namesHeading).toHaveCount(0);
});

test('units change the garage and the page of a car, and stay when signing out', async ({
  visitor,
  newAccount,
}) => {
  const { garage, settings, vehicle } = visitor;
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [driven] }));
  // The browser reads British English: miles.
  await expect(garage.main).toContainText(/24\s855\s*mi/);

  await garage.settingsLink.click();
  await settings.choose(settings.units('Metric'));
  await expect(settings.units('Metric')).toBeChecked();
  await garage.goto();
  await expect(garage.main).toContainText(/40\s000\s*km/);
  await visitor.openCar('Tesla Model 3');
  await expect(vehicle.group('Trip and motion')).toContainText(/40\s000\s*km/);

  await garage.goto();
  await garage.signOutButton.click();
  await visitor.home.notice.filter({ hasText: 'You are signed out.' }).waitFor();
  await settings.goto();
  await expect(settings.units('Metric')).toBeChecked();
});

test('a mix of one’s own is chosen quantity by quantity', async ({ visitor, newAccount }) => {
  const { garage, settings } = visitor;
  await settings.goto();
  await expect(settings.ownUnit('Tyre pressure', 'kPa')).toBeHidden();
  await settings.units('My own mix').check();
  await settings.choose(
    settings.ownUnit('Distance and speed', 'kilometres'),
    settings.ownUnit('Tyre pressure', 'kPa'),
  );

  await expect(settings.units('My own mix')).toBeChecked();
  await expect(settings.ownUnit('Tyre pressure', 'kPa')).toBeChecked();
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [driven] }));
  await expect(garage.main).toContainText(/40\s000\s*km/);
});

test('dark darkens every page, whatever the system wishes', async ({ visitorWhoWishes }) => {
  const night = await visitorWhoWishes('dark');
  await night.home.goto();
  const dark = await background(night);
  const visitor = await visitorWhoWishes('light');
  await visitor.home.goto();
  const light = await background(visitor);
  expect(light).not.toBe(dark);

  await visitor.settings.goto();
  await visitor.settings.choose(visitor.settings.theme('Dark'));
  expect(await background(visitor)).toBe(dark);
  await visitor.settings.wordmark.click();
  await visitor.home.connectLink.waitFor();
  expect(await background(visitor)).toBe(dark);
  await visitor.page.reload();
  expect(await background(visitor)).toBe(dark);
  await visitor.problem.gotoAddress('/no/such/page');
  expect(await background(visitor)).toBe(dark);

  await visitor.settings.goto();
  await visitor.settings.choose(visitor.settings.theme('As the system'));
  expect(await background(visitor)).toBe(light);
});

test('light lightens where the system is dark', async ({ visitorWhoWishes }) => {
  const day = await visitorWhoWishes('light');
  await day.home.goto();
  const light = await background(day);
  const visitor = await visitorWhoWishes('dark');
  await visitor.settings.goto();
  expect(await background(visitor)).not.toBe(light);

  await visitor.settings.choose(visitor.settings.theme('Light'));
  expect(await background(visitor)).toBe(light);
});

test('a name shows wherever the car is named, until it is taken back', async ({
  visitor,
  newAccount,
}) => {
  const { garage, settings, vehicle } = visitor;
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [model3, modelY] }));
  await settings.goto();
  await settings.nameCar('Tesla Model 3, 2023', '  Blue   bird ');
  await expect(settings.nameField('Tesla Model 3, 2023')).toHaveValue('Blue bird');
  await expect(settings.nameField('Tesla Model Y, 2024')).toHaveValue('');

  await settings.yourCarsLink.click();
  await expect(garage.cardLink('Blue bird')).toBeVisible();
  await expect(garage.cardLink('Tesla Model Y')).toBeVisible();
  await visitor.openCar('Blue bird');
  await visitor.page.reload();
  await expect(vehicle.heading).toHaveText('Blue bird');
  await expect(visitor.page).toHaveTitle('Blue bird · Carport');
  await expect(vehicle.main.getByText('Tesla Model 3 · 2023')).toBeVisible();

  await settings.goto();
  await settings.nameCar('Tesla Model 3, 2023', '');
  await garage.goto();
  await expect(garage.cardLink('Tesla Model 3')).toBeVisible();
});

test('a name that cannot be says why, and stays to be mended', async ({ visitor, account }) => {
  const { settings } = visitor;
  const car = 'Tesla Model 3, 2023';
  await visitor.connectCars(account);
  await settings.goto();
  await expect(settings.nameField(car)).toHaveAttribute('maxlength', '60');
  await settings.tryToNameCar(car, 'Blue\u202ebird');

  await expect(settings.problem).toContainText('hidden character');
  await expect(visitor.page).toHaveURL('/settings');
  await expect(settings.nameField(car)).toHaveValue('Blue\u202ebird');
  await expect(settings.nameField(car)).toBeFocused();
  await expect(settings.nameField(car)).toHaveAccessibleDescription(/hidden character/);

  await settings.nameCar(car, 'Bluebird');
  await visitor.garage.goto();
  await expect(visitor.garage.cardLink('Bluebird')).toBeVisible();
});

test('at 320 pixels neither the settings nor the longest name scroll sideways', async ({
  visitor,
  newAccount,
}) => {
  const { garage, settings, vehicle } = visitor;
  const longest = 'W'.repeat(60);
  await visitor.page.setViewportSize({ width: 320, height: 640 });
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [model3, modelY] }));
  await settings.goto();
  await settings.nameCar('Tesla Model 3, 2023', longest);
  await settings.choose(settings.units('My own mix'));
  await expectToFit(visitor);

  await garage.goto();
  await garage.car('Model 3').disconnectFold.summary.click();
  await expectToFit(visitor);
  await visitor.openCar(longest);
  await vehicle.openFolds();
  await expectToFit(visitor);
});

async function expectToFit({ page }: Visitor) {
  const excess = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(excess, `pixels by which ${page.url()} is too wide`).toBe(0);
}

function background(visitor: Visitor): Promise<string> {
  return visitor.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
