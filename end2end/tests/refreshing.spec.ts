import { expect, test } from '../fixtures/test.ts';
import { model3, tesla } from '../fixtures/account.ts';

test('a car of which nothing was read says so, and a refresh reads it', async ({
  visitor,
  account,
  simulator,
}) => {
  const fault = await simulator.break(account, 'signals.list', { html: 503 });
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  await expect(visitor.vehicle.state).toHaveCount(0);
  await fault.mend();
  const before = (await simulator.requests(account, 'signals.list')).length;

  await visitor.vehicle.refreshButton.click();
  await expect(visitor.vehicle.notice).toContainText('latest values');
  await expect(visitor.vehicle.state).toBeVisible();
  expect(await simulator.requests(account, 'signals.list')).toHaveLength(before + 1);
});

test('a second refresh a moment later asks Smartcar nothing', async ({
  visitor,
  account,
  simulator,
}) => {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const before = (await simulator.requests(account, 'signals.list')).length;

  await visitor.vehicle.refreshButton.click();
  await expect(visitor.vehicle.notice).toContainText('latest values');
  expect(await simulator.requests(account, 'signals.list')).toHaveLength(before);
});

test('opening pages asks Smartcar nothing', async ({ visitor, account, simulator }) => {
  await visitor.connectCars(account);
  const before = (await simulator.requests(account, 'signals.list')).length;
  await visitor.openCar('Tesla Model 3');
  await visitor.vehicle.allCarsLink.click();
  await visitor.garage.table.waitFor();
  await visitor.page.goBack();
  await visitor.vehicle.refreshButton.waitFor();

  expect(await simulator.requests(account, 'signals.list')).toHaveLength(before);
});

test('what Smartcar forbids is told, with the moment when it will be possible', async ({
  visitor,
  account,
  simulator,
}) => {
  const limit = { code: 429, type: 'RATE_LIMIT', errorCode: 'VEHICLE', retryAfterSeconds: 120 };
  await simulator.break(account, 'signals.list', { status: limit });
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');

  await expect(visitor.vehicle.refreshButton).toBeDisabled();
  await expect(visitor.vehicle.refreshCost).toContainText(/Possible again in \d minutes?/);
});

test('while Smartcar is down the values stay, and the reader is told', async ({
  visitor,
  account,
  simulator,
}) => {
  const fault = await simulator.break(account, 'signals.list', { html: 503 });
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');

  await visitor.vehicle.refreshButton.click();
  await expect(visitor.vehicle.alert).toContainText('Smartcar did not answer');
  await expect(visitor.vehicle.heading).toHaveText('Tesla Model 3');
  await fault.mend();
  await visitor.vehicle.refreshButton.click();
  await expect(visitor.vehicle.state).toBeVisible();
});

test('a store that Smartcar has not filled yet is explained', async ({ visitor, newAccount }) => {
  await visitor.connectCars(
    await newAccount({ brand: tesla, cars: [{ ...model3, store: 'empty' }] }),
  );
  await visitor.openCar('Tesla Model 3');

  await expect(visitor.vehicle.main).toContainText('Smartcar');
  await expect(visitor.vehicle.refreshButton).toBeEnabled();
  await expect(visitor.vehicle.drawn).toHaveCount(0);
});
