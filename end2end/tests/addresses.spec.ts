import { expect, test } from '../fixtures/test.ts';

test('an address that leads nowhere says so, and leads to the start', async ({ visitor }) => {
  const response = await visitor.problem.gotoAddress('/no/such/page');

  expect(response?.status()).toBe(404);
  await expect(visitor.problem.heading).toHaveText('There is no page here');
  await visitor.problem.backToStartLink.click();
  await expect(visitor.page).toHaveURL('/');
  await expect(visitor.home.connectLink).toBeVisible();
});

test('a visitor who is signed out is led from the cars to the start', async ({ visitor }) => {
  await visitor.garage.goto();

  await expect(visitor.page).toHaveURL('/');
  await expect(visitor.home.connectLink).toBeVisible();
  await expect(visitor.home.yourCarsLink).toHaveCount(0);
});

test('an owner finds the cars from the start, and the start from the cars', async ({
  visitor,
  account,
}) => {
  await visitor.connectCars(account);

  await visitor.garage.wordmark.click();
  await expect(visitor.page).toHaveURL('/');
  await visitor.home.seeCarsLink.click();
  await expect(visitor.page).toHaveURL('/vehicle');
  await visitor.garage.wordmark.click();
  await visitor.home.yourCarsLink.click();
  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});

test('a notice is one of Carport’s own sentences', async ({ visitor }) => {
  await visitor.problem.gotoAddress('/?notice=You+have+won');

  await expect(visitor.home.heading).toBeVisible();
  await expect(visitor.page.getByText('You have won')).toHaveCount(0);
});
