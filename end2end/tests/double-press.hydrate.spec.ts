import { expect, test } from '../fixtures/test.ts';
import { model3, modelY, tesla } from '../fixtures/account.ts';

test('a second press of Disconnect while the first is under way does nothing', async ({
  visitor,
  account,
  simulator,
}) => {
  await visitor.connectCars(account);
  const hold = await simulator.break(account, 'connections.delete', 'hold');
  const car = visitor.garage.car('Model 3');

  await car.disconnect();
  await hold.holding();
  await expect(car.disconnectButton).toBeDisabled();
  await car.disconnectButton.click({ force: true });
  await hold.release();

  await expect(visitor.garage.emptyHeading).toBeVisible();
  await expect(visitor.garage.alert).toHaveCount(0);
  expect(await simulator.requests(account, 'connections.delete')).toHaveLength(1);
});

test('a double press of Disconnect disconnects no other car', async ({
  visitor,
  newAccount,
  simulator,
}) => {
  const account = await newAccount({ brand: tesla, cars: [model3, modelY] });
  await visitor.connectCars(account);
  const car = visitor.garage.car('Model 3');

  await car.disconnectFold.summary.click();
  await car.disconnectButton.dblclick();

  await expect(car.row).toHaveCount(0);
  await expect(visitor.garage.car('Model Y').row).toBeVisible();
  expect(await simulator.requests(account, 'connections.delete')).toHaveLength(1);
});
