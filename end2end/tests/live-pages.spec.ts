import { expect, test } from '../fixtures/test.ts';
import { stateOfCharge, vehicleState } from '../fixtures/webhook.ts';
import { carportOrigin } from '../servers.ts';

test('a page without a script says when it was made, and leads to a newer one', async ({
  visitor,
  account,
  simulator,
  webhook,
  javaScriptEnabled,
}) => {
  await visitor.connectCars(account);
  const scripted = javaScriptEnabled ?? true;
  if (scripted) {
    await expect(visitor.garage.madeAt).toBeHidden();
    return;
  }
  await expect(visitor.garage.madeAt).toHaveText(/made on \d+ \w+ 20\d\d, \d\d:\d\d UTC/);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId, state, madeAt, newerLink, refreshButton } = visitor.vehicle;
  await expect(madeAt).toBeVisible();
  await expect(refreshButton).toBeEnabled();

  const user = await simulator.grant(account);
  const event = vehicleState(user, vehicleId, stateOfCharge(14));
  expect((await webhook.deliver(carportOrigin, event)).status()).toBe(200);
  await expect(async () => {
    await newerLink.click();
    await expect(state).toContainText('14 % charged', { timeout: 1000 });
  }).toPass();
});
