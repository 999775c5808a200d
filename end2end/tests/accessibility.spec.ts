import { expect, test } from '../fixtures/test.ts';
import { model3, modelY, roadster, tesla, unlockedCar } from '../fixtures/account.ts';

const problems = [
  'access_denied',
  'vehicle_incompatible',
  'invalid_subscription',
  'no_vehicles',
  'configuration_error',
  'server_error',
  'user_manually_returned_to_application',
  'unknown_error',
  'malformed',
  'unknown_attempt',
  'expired_attempt',
  'used_attempt',
  'foreign_attempt',
  'not_confirmed',
  'smartcar_unavailable',
];

test('the home page, before and after a car is connected', async ({
  visitor,
  account,
  expectAccessible,
}) => {
  await visitor.home.goto();
  await expectAccessible(visitor.page);

  await visitor.connectCars(account);
  await visitor.home.goto();
  await expect(visitor.home.seeCarsLink).toBeVisible();
  await expectAccessible(visitor.page);
});

test('the page of the cars, with its folds closed and open', async ({
  visitor,
  newAccount,
  expectAccessible,
}) => {
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [model3, modelY, roadster] }));
  await expectAccessible(visitor.page);

  await visitor.garage.car('Model Y').disconnectFold.summary.click();
  await visitor.garage.eraseFold.summary.click();
  await expect(visitor.garage.eraseButton).toBeVisible();
  await expectAccessible(visitor.page);
});

test('the page of the cars, with a notice and without a car', async ({
  visitor,
  account,
  expectAccessible,
}) => {
  await visitor.connectCars(account);
  await visitor.garage.car('Model 3').disconnect();
  await expect(visitor.garage.emptyHeading).toBeVisible();
  await expect(visitor.garage.notice).toContainText('The car is disconnected.');
  await expectAccessible(visitor.page);
});

test('the page of the cars, with an alert', async ({
  visitor,
  account,
  simulator,
  expectAccessible,
}) => {
  await visitor.connectCars(account);
  await simulator.break(account, 'connections.delete', { html: 503 });
  await visitor.garage.car('Model 3').disconnect();
  await expect(visitor.garage.alert).toBeVisible();
  await expectAccessible(visitor.page);
});

test('the history of a car, with its folds closed and open', async ({
  visitor,
  account,
  expectAccessible,
}) => {
  const { history, vehicle } = visitor;
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId } = vehicle;
  await vehicle.historyLink.click();
  await expect(history.chart('Battery').figure).toBeVisible();
  await expectAccessible(visitor.page);

  await history.ownSpanFold.summary.click();
  for (const name of ['Battery', 'Tyre pressure']) {
    await history.chart(name).tableFold.summary.click();
    await expect(history.chart(name).table).toBeVisible();
  }
  await expectAccessible(visitor.page);

  await history.goto(vehicleId, '?period=day&at=2020-02-29');
  await expect(history.main).toContainText('Nothing from this time');
  await expectAccessible(visitor.page);
  await history.goto(vehicleId, '?period=decade');
  await expect(history.alert).toBeVisible();
  await expectAccessible(visitor.page);
});

test('the settings, as they are and with a name that is refused', async ({
  visitor,
  newAccount,
  expectAccessible,
}) => {
  const { settings } = visitor;
  await settings.goto();
  await expectAccessible(visitor.page);

  await visitor.connectCars(await newAccount({ brand: tesla, cars: [model3, modelY] }));
  await settings.goto();
  await settings.choose(settings.units('My own mix'), settings.ownUnit('Tyre pressure', 'kPa'));
  await expect(settings.ownUnit('Tyre pressure', 'kPa')).toBeVisible();
  await expectAccessible(visitor.page);

  await settings.tryToNameCar('Tesla Model Y, 2024', 'Blue\u202ebird');
  await expect(settings.problem).toBeVisible();
  await expectAccessible(visitor.page);
});

test('the notices, before anything is watched for, with a notice, and with a mistake', async ({
  visitor,
  newAccount,
  expectAccessible,
}) => {
  const { notices } = visitor;
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [unlockedCar(20), modelY] }));
  await notices.goto();
  await expectAccessible(visitor.page);

  await notices.watchForAllFour('Tesla Model 3, 2023');
  await expect(notices.openOnes).toHaveCount(1);
  await expectAccessible(visitor.page);
  await notices.noticesLink.focus();

  await notices.type('Tesla Model 3, 2023', 'for at least', '1000');
  await notices.save('Tesla Model 3, 2023');
  await expect(notices.problem).toBeVisible();
  await expectAccessible(visitor.page);
});

for (const problem of problems) {
  test(`the page of ${problem}`, async ({ visitor, expectAccessible }) => {
    await visitor.problem.goto(problem);
    await expectAccessible(visitor.page);
  });
}

test('an address that leads nowhere', async ({ visitor, expectAccessible }) => {
  await visitor.problem.gotoAddress('/no/such/page');
  await expectAccessible(visitor.page);
});

test('the page for a request that Carport refuses to read', async ({
  visitor,
  expectAccessible,
}) => {
  await visitor.page.goto('/api/account/erase');
  await expect(visitor.problem.heading).toBeVisible();
  await expectAccessible(visitor.page);
});

test('every screen of the simulated Connect', async ({ visitor, account, expectAccessible }) => {
  await visitor.home.goto();
  await visitor.home.connectLink.click();
  await expect(visitor.country.heading).toHaveText('Connect your car');
  await expectAccessible(visitor.page);

  await visitor.country.choose('Germany');
  await expect(visitor.brand.heading).toHaveText("Choose your car's brand");
  await expectAccessible(visitor.page);

  await visitor.brand.choose('Tesla');
  await expect(visitor.login.heading).toHaveText('Log in to Tesla');
  await expectAccessible(visitor.page);

  await visitor.login.logIn(account.email);
  await expect(visitor.grant.heading).toHaveText('Choose what to share');
  await expectAccessible(visitor.page);
});
