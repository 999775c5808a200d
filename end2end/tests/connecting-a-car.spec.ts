import { expect, test } from '../fixtures/test.ts';
import { defender, landRover, model3 } from '../fixtures/account.ts';

test('an owner connects a car and sees it', async ({ visitor, account, simulator }) => {
  await visitor.home.goto();
  await visitor.home.connectLink.click();

  await expect(visitor.country.heading).toHaveText('Connect your car');
  await visitor.country.choose('Germany');

  await expect(visitor.brand.heading).toHaveText("Choose your car's brand");
  await visitor.brand.choose('Tesla');

  await expect(visitor.login.heading).toHaveText('Log in to Tesla');
  await visitor.login.logIn(account.email);

  await expect(visitor.grant.heading).toHaveText('Choose what to share');
  await expect(visitor.grant.car('Tesla Model 3 (2023)')).toBeChecked();
  await expect(visitor.grant.permissions).toHaveCount(11);
  await expect(visitor.grant.permissions.first()).toHaveAccessibleName('See make, model and year');
  await visitor.grant.allowButton.click();

  await expect(visitor.page).toHaveURL('/vehicle');
  await expect(visitor.garage.heading).toHaveText('Your cars');
  const [vehicleId] = await simulator.vehicleIds(account);
  const car = visitor.garage.car('Model 3');
  await expect(car.make).toHaveText('Tesla');
  await expect(car.cells).toHaveText([
    'Model 3',
    '2023',
    'Battery electric',
    vehicleId ?? 'no vehicle was read',
    'Simulated',
    /^Disconnect/,
  ]);
});

test('makes and powertrains are written in words', async ({ visitor, newAccount }) => {
  await visitor.connectCars(await newAccount({ brand: landRover, cars: [defender] }));

  const car = visitor.garage.car('Defender 110');
  await expect(car.make).toHaveText('Land Rover');
  await expect(car.cells.nth(2)).toHaveText('Plug-in hybrid');
});

test('an account that asks for a code is asked for it', async ({ visitor, simulator, account }) => {
  const withCode = { ...account, email: `mfa-${account.email}` };
  await simulator.prepare(withCode);
  await visitor.home.goto();
  await visitor.home.connectLink.click();
  await visitor.country.choose('Germany');
  await visitor.brand.choose('Tesla');
  await visitor.login.logIn(withCode.email);

  await expect(visitor.code.heading).toHaveText('Enter the code');
  await visitor.code.enter('123456');
  await visitor.grant.allowButton.click();

  await expect(visitor.garage.car(model3.model).row).toBeVisible();
});

test('the owner is named in no address and on no page', async ({ visitor, account, simulator }) => {
  await visitor.connectCars(account);
  const userId = await simulator.grant(account);

  expect(visitor.page.url()).not.toContain(userId);
  expect(await visitor.page.content()).not.toContain(userId);
  expect(await visitor.page.content()).not.toContain(account.email);
});

test('connecting the same car again does not double it', async ({ visitor, account }) => {
  await visitor.connectCars(account);
  await visitor.connectCars(account);

  await expect(visitor.garage.makes).toHaveCount(1);
});
