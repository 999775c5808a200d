import { expect, test } from '../fixtures/test.ts';
import { model3, modelY, tesla } from '../fixtures/account.ts';

test('an owner erases everything, here and at Smartcar', async ({
  visitor,
  newAccount,
  simulator,
}) => {
  const account = await newAccount({ brand: tesla, cars: [model3, modelY] });
  await visitor.connectCars(account);
  const vehicleIds = await simulator.vehicleIds(account);
  expect(vehicleIds).toHaveLength(2);

  await visitor.garage.eraseFold.summary.click();
  await visitor.garage.eraseButton.click();

  await expect(visitor.page).toHaveURL('/?notice=erased');
  await expect(visitor.home.notice).toContainText('Everything is erased.');
  await expect(visitor.home.connectLink).toBeVisible();
  for (const vehicleId of vehicleIds) {
    expect(await simulator.connectionCount(vehicleId)).toBe(0);
  }
  const deleted = await simulator.requests(account, 'users.delete');
  expect(deleted.map(({ status }) => status)).toEqual([204]);

  await visitor.garage.goto();
  await expect(visitor.page).toHaveURL('/');
});

test('erasing ends the visits in other browsers, too', async ({
  visitor,
  stranger,
  account,
  guard,
}) => {
  guard.forgiveEndedVisits();
  await visitor.connectCars(account);
  await stranger.connectCars(account);

  await visitor.garage.eraseFold.summary.click();
  await visitor.garage.eraseButton.click();
  await expect(visitor.home.notice).toContainText('Everything is erased.');

  await stranger.garage.goto();
  await expect(stranger.page).toHaveURL('/');
});

test('nothing is erased before the owner confirms', async ({ visitor, account, simulator }) => {
  await visitor.connectCars(account);

  await expect(visitor.garage.eraseButton).toBeHidden();
  await visitor.garage.eraseFold.summary.click();
  await expect(visitor.garage.eraseButton).toBeVisible();
  await visitor.garage.goto();

  await expect(visitor.garage.car('Model 3').row).toBeVisible();
  expect(await simulator.requests(account, 'users.delete')).toEqual([]);
});

test('an erasure that Smartcar does not finish can be taken up again', async ({
  visitor,
  account,
  simulator,
}) => {
  await visitor.connectCars(account);
  const fault = await simulator.break(account, 'users.delete', { html: 503 });

  await visitor.garage.eraseFold.summary.click();
  await visitor.garage.eraseButton.click();
  await expect(visitor.garage.alert).toContainText('Smartcar did not answer');

  await fault.mend();
  await visitor.garage.goto();
  await visitor.garage.eraseFold.summary.click();
  await visitor.garage.eraseButton.click();
  await expect(visitor.home.notice).toContainText('Everything is erased.');
});

test('pressing twice erases no less', async ({ visitor, account, simulator }) => {
  await visitor.connectCars(account);
  const [vehicleId] = await simulator.vehicleIds(account);

  await visitor.garage.eraseFold.summary.click();
  await visitor.garage.eraseButton.dblclick();

  await expect(visitor.home.connectLink).toBeVisible();
  expect(await simulator.connectionCount(vehicleId ?? '')).toBe(0);
  await visitor.garage.goto();
  await expect(visitor.page).toHaveURL('/');
});
