import { expect, test } from '../fixtures/test.ts';

test('a restart of the server costs no owner the car', async ({ ownCarport, account }) => {
  const { process, visitor } = ownCarport;
  await process.start();
  await visitor.connectCars(account);

  expect(await process.stop()).toBe(0);
  await process.start();

  await visitor.garage.goto();
  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});

test('a restart while an owner is at Connect does not matter', async ({ ownCarport, account }) => {
  const { process, visitor } = ownCarport;
  await process.start();
  await visitor.beginConnecting(account);

  expect(await process.stop()).toBe(0);
  await process.start();

  await visitor.grant.allowButton.click();
  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});
