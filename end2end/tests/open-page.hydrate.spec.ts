import { expect, test } from '../fixtures/test.ts';

test('an open page counts its ages on, and leaves a reader in peace', async ({
  visitor,
  account,
}) => {
  await visitor.page.clock.install();
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');

  const read = visitor.page.waitForResponse(/\/api\/vehicle\/overview/);
  await visitor.page.clock.runFor('01:05');
  expect((await read).status()).toBe(200);
  await expect(visitor.vehicle.state).toBeVisible();

  // Somebody reads in a fold: it must not close under the reader’s eyes.
  await visitor.vehicle.allowedFold.summary.click();
  const again = visitor.page.waitForResponse(/\/api\/vehicle\/overview/);
  await visitor.page.clock.runFor('01:05');
  expect((await again).status()).toBe(200);
  await expect(visitor.vehicle.notAllowed).toBeVisible();
});
