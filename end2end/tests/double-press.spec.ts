import { expect, test } from '../fixtures/test.ts';
import { model3, modelY, tesla } from '../fixtures/account.ts';

test('a double press of Disconnect disconnects no other car', async ({ visitor, newAccount }) => {
  const account = await newAccount({ brand: tesla, cars: [model3, modelY] });
  await visitor.connectCars(account);
  const car = visitor.garage.car('Model 3');

  await car.disconnectFold.summary.click();
  await car.disconnectButton.dblclick();

  await expect(car.row).toHaveCount(0);
  await expect(visitor.garage.car('Model Y').row).toBeVisible();
});
