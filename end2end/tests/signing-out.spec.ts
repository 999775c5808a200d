import { expect, test } from '../fixtures/test.ts';

test('an owner signs out; the car stays connected', async ({ visitor, account, simulator }) => {
  await visitor.connectCars(account);
  const [vehicleId] = await simulator.vehicleIds(account);

  await visitor.garage.signOutButton.click();
  await expect(visitor.page).toHaveURL('/?notice=signed-out');
  await expect(visitor.home.notice).toContainText('You are signed out.');
  await expect(visitor.home.connectLink).toBeVisible();
  await expect(visitor.home.yourCarsLink).toHaveCount(0);
  expect(await simulator.connectionCount(vehicleId ?? '')).toBe(1);

  await visitor.garage.goto();
  await expect(visitor.page).toHaveURL('/');
});

test('connecting again brings the car back', async ({ visitor, account }) => {
  await visitor.connectCars(account);
  await visitor.garage.signOutButton.click();
  await visitor.home.notice.filter({ hasText: 'You are signed out.' }).waitFor();

  await visitor.connectCars(account);
  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});

test('going back after signing out shows no car', async ({ visitor, account }) => {
  await visitor.connectCars(account);
  await visitor.garage.signOutButton.click();
  await expect(visitor.home.notice).toContainText('You are signed out.');

  await visitor.page.goBack();
  await visitor.page.reload();
  await expect(visitor.home.heading).toHaveText('Your car, as it really is.');
  await expect(visitor.garage.table).toHaveCount(0);
});
