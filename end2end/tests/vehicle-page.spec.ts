import { expect, test } from '../fixtures/test.ts';
import { golf, model3, tesla, volkswagen, type Car } from '../fixtures/account.ts';

/** Parked and plugged in, with a door open. */
const open: Car = {
  ...model3,
  signals: {
    'tractionbattery-stateofcharge': { body: { value: 64, unit: 'percent' } },
    'tractionbattery-range': { body: { value: 250, unit: 'km' } },
    'closure-islocked': { body: { value: false } },
    'closure-doors': {
      body: {
        values: [
          { row: 0, column: 0, isOpen: true, isLocked: false },
          { row: 0, column: 1, isOpen: false, isLocked: false },
          { row: 1, column: 0, isOpen: false, isLocked: false },
          { row: 1, column: 1, isOpen: false, isLocked: false },
        ],
        rowCount: 2,
        columnCount: 2,
      },
    },
    'odometer-traveleddistance': { body: { value: 40_000, unit: 'km' } },
  },
};

test('the page of a car shows what the car says, in the reader’s units', async ({
  visitor,
  newAccount,
}) => {
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [open] }));
  await visitor.openCar('Tesla Model 3');
  const { heading, state, drawn } = visitor.vehicle;

  await expect(heading).toHaveText('Tesla Model 3');
  await expect(visitor.page).toHaveTitle('Tesla Model 3 · Carport');
  await expect(state).toContainText('unlocked');
  await expect(state).toContainText('64');
  await expect(drawn).toContainText('Unlocked');
  await expect(drawn).toContainText('Front left open');
  // The browser reads British English: miles.
  await expect(visitor.vehicle.group('Trip and motion')).toContainText(/24\s855\s*mi/);
});

test('without JavaScript or with it, the page comes whole from the server', async ({
  visitor,
  newAccount,
}) => {
  const account = await newAccount({ brand: tesla, cars: [open] });
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const answer = await visitor.page.request.get(visitor.page.url());

  expect(answer.status()).toBe(200);
  const document = await answer.text();
  expect(document).toMatch(/<h1[^>]*>(<!>)?Tesla Model 3/);
  expect(document).toContain('Front left open');
  // The markup is there once: the browser’s copy of the data has none of it.
  expect(document.split('Front left open')).toHaveLength(2);
});

test('what was not allowed says how to allow it', async ({ visitor, newAccount }) => {
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [open] }));
  await visitor.openCar('Tesla Model 3');

  const link = visitor.vehicle.main.getByRole('link', { name: 'Connect again and allow it' });
  await expect(link.first()).toHaveAttribute(
    'href',
    /^\/login\?vehicle=[0-9a-f-]+&permission=read_[a-z_]+$/,
  );
  await link.first().click();
  await expect(visitor.country.heading).toHaveText('Connect your car');
});

test('a car with an engine has a tank, and no battery gauge', async ({ visitor, newAccount }) => {
  await visitor.connectCars(await newAccount({ brand: volkswagen, cars: [golf] }));
  await visitor.openCar('Volkswagen Golf');

  await expect(visitor.vehicle.main.locator('.gauge')).toHaveCount(1);
  await expect(visitor.vehicle.main.locator('.gauge')).toContainText('Fuel');
});

test('what the car cannot tell, and what was allowed, are in folds', async ({
  visitor,
  newAccount,
}) => {
  await visitor.connectCars(await newAccount({ brand: volkswagen, cars: [golf] }));
  await visitor.openCar('Volkswagen Golf');
  const { untoldFold, allowedFold, main } = visitor.vehicle;

  await untoldFold.summary.click();
  await expect(main.getByText('Battery level').first()).toBeVisible();
  await allowedFold.summary.click();
  await expect(main.getByText('Doors, windows and lock').first()).toBeVisible();
});

test('an error of a signal keeps its reason behind a fold', async ({ visitor, newAccount }) => {
  const asleep: Car = {
    ...model3,
    signals: {
      'odometer-traveleddistance': { error: { type: 'VEHICLE_STATE', code: 'ASLEEP' } },
    },
  };
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [asleep] }));
  await visitor.openCar('Tesla Model 3');

  const group = visitor.vehicle.main.locator('.missing').filter({ hasText: 'Odometer' });
  await expect(group).toContainText('Odometer');
  await group.locator('summary').click();
  await expect(group).toContainText('VEHICLE_STATE:ASLEEP');
});

test('the place of the car goes nowhere before the link is pressed', async ({
  visitor,
  newAccount,
}) => {
  const elsewhere: string[] = [];
  visitor.page.on('request', (request) => {
    if (new URL(request.url()).hostname !== 'localhost') {
      elsewhere.push(request.url());
    }
  });
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [open] }));
  await visitor.openCar('Tesla Model 3');

  await expect(visitor.vehicle.map).toHaveAttribute('href', /^https:\/\/www\.openstreetmap\.org\//);
  await expect(visitor.vehicle.map).toHaveAttribute('rel', /noreferrer/);
  expect(elsewhere).toEqual([]);
});

test('a unit or a shape that nobody knows is shown as it came', async ({ visitor, newAccount }) => {
  const strange: Car = {
    ...model3,
    signals: {
      'odometer-traveleddistance': { body: { value: 7, unit: 'furlongs' } },
      'closure-islocked': { body: { surprise: '<b>bold</b>' } },
    },
  };
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [strange] }));
  await visitor.openCar('Tesla Model 3');

  await expect(visitor.vehicle.main).toContainText(/7\s*furlongs/);
  await expect(visitor.vehicle.main.locator('pre')).toContainText('<b>bold</b>');
});

test('the car of another owner is not there', async ({ visitor, stranger, newAccount }) => {
  await visitor.connectCars(await newAccount());
  await visitor.openCar('Tesla Model 3');
  const vehicleId = new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '';

  await stranger.page.goto(visitor.page.url());
  await expect(stranger.home.connectLink).toBeVisible();
  await stranger.connectCars(await newAccount());
  for (const id of [vehicleId, 'nobody', '..%2Fusers', '%3Cscript%3E']) {
    const answer = await stranger.vehicle.goto(id);
    expect(answer?.status()).toBe(404);
    await expect(stranger.vehicle.main).toContainText('This car is not among yours.');
  }
});

test('the page of a car, its folds open, is accessible', async ({
  visitor,
  newAccount,
  expectAccessible,
}) => {
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [open] }));
  await visitor.openCar('Tesla Model 3');
  await expectAccessible(visitor.page);
  await visitor.vehicle.openFolds();
  await expectAccessible(visitor.page);
});

for (const width of [320, 1280]) {
  test(`at ${width} pixels the page of a car does not scroll sideways`, async ({
    visitor,
    newAccount,
  }) => {
    await visitor.page.setViewportSize({ width, height: 640 });
    await visitor.connectCars(await newAccount({ brand: tesla, cars: [open] }));
    await visitor.openCar('Tesla Model 3');
    await visitor.vehicle.openFolds();
    const excess = await visitor.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(excess).toBe(0);
  });
}
