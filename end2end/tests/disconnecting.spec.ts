import { expect, test } from '../fixtures/test.ts';
import { model3, modelY, tesla } from '../fixtures/account.ts';

const twoCars = { brand: tesla, cars: [model3, modelY] };

test('an owner disconnects one of two cars, then the other', async ({
  visitor,
  newAccount,
  simulator,
}) => {
  const { garage } = visitor;
  const account = await newAccount(twoCars);
  await visitor.connectCars(account);

  await garage.car('Model 3').disconnect();
  await expect(garage.notice).toContainText('The car is disconnected.');
  await expect(garage.car('Model 3').row).toHaveCount(0);
  await expect(garage.car('Model Y').row).toBeVisible();
  // Its question has not been asked: the fold of the car that is gone was the open one.
  await expect(garage.car('Model Y').disconnectButton).toBeHidden();

  await garage.car('Model Y').disconnect();
  await expect(garage.emptyHeading).toBeVisible();
  await expect(garage.connectLink).toBeVisible();

  for (const vehicleId of await simulator.vehicleIds(account)) {
    expect(await simulator.connectionCount(vehicleId)).toBe(0);
  }
});

test('nothing happens before the owner confirms', async ({ visitor, account, simulator }) => {
  await visitor.connectCars(account);
  const car = visitor.garage.car('Model 3');

  await expect(car.disconnectButton).toBeHidden();
  await car.disconnectFold.summary.click();
  await expect(car.disconnectButton).toHaveAccessibleName('Disconnect Tesla Model 3');
  await car.disconnectFold.summary.click();
  await expect(car.disconnectButton).toBeHidden();

  expect(await simulator.requests(account, 'connections.delete')).toEqual([]);
});

test('a disconnected car can be connected again', async ({ visitor, account }) => {
  await visitor.connectCars(account);
  await visitor.garage.car('Model 3').disconnect();
  await visitor.garage.connectLink.click();
  await visitor.walkToGrant(account);
  await visitor.grant.allowButton.click();

  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});

test('while Smartcar is down the car stays, and the owner is told', async ({
  visitor,
  account,
  simulator,
}) => {
  await visitor.connectCars(account);
  const fault = await simulator.break(account, 'connections.delete', { html: 503 });

  await visitor.garage.car('Model 3').disconnect();
  await expect(visitor.garage.alert).toContainText('Smartcar did not answer');
  await expect(visitor.garage.car('Model 3').row).toBeVisible();

  await fault.mend();
  await visitor.garage.goto();
  await visitor.garage.car('Model 3').disconnect();
  await expect(visitor.garage.emptyHeading).toBeVisible();
});

test('a car that another tab has disconnected is gone here as well', async ({
  visitor,
  newTab,
  account,
}) => {
  await visitor.connectCars(account);
  // What a reader is in the middle of stays, whatever happens elsewhere.
  const { disconnectFold, disconnectButton } = visitor.garage.car('Model 3');
  await disconnectFold.summary.click();
  const second = await newTab();
  await second.garage.goto();
  await second.garage.car('Model 3').disconnect();
  await expect(second.garage.emptyHeading).toBeVisible();

  await disconnectButton.click();
  await expect(visitor.garage.alert).toContainText('This car is not among yours.');
});
