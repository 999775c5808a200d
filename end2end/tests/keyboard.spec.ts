import { expect, test } from '../fixtures/test.ts';
import { Keyboard } from '../pages/keyboard.ts';

test('an owner connects a car with the keyboard alone', async ({ visitor, account }) => {
  const { home, country, brand, login, grant, garage } = visitor;
  const keyboard = new Keyboard(visitor.page);
  await home.goto();
  await keyboard.press(home.connectLink);

  await expect(country.heading).toHaveText('Connect your car');
  await keyboard.press(country.continueButton);

  await expect(brand.heading).toHaveText("Choose your car's brand");
  await keyboard.type(brand.search, 'Tesla');
  await visitor.page.keyboard.press('Enter');
  await expect(brand.brand('Audi')).toHaveCount(0);
  await keyboard.press(brand.brand('Tesla'));

  await expect(login.heading).toHaveText('Log in to Tesla');
  await keyboard.type(login.email, account.email);
  await keyboard.type(login.password, 'any will do');
  await visitor.page.keyboard.press('Enter');

  await expect(grant.heading).toHaveText('Choose what to share');
  await keyboard.press(grant.allowButton);

  await expect(garage.car('Model 3').row).toBeVisible();
});

test('an owner disconnects a car and signs out with the keyboard alone', async ({
  visitor,
  account,
}) => {
  const { garage } = visitor;
  const keyboard = new Keyboard(visitor.page);
  await visitor.connectCars(account);
  const car = garage.car('Model 3');

  await keyboard.press(car.disconnectFold.summary);
  await keyboard.press(car.disconnectButton);
  await expect(garage.emptyHeading).toBeVisible();

  await keyboard.press(garage.signOutButton);
  await expect(visitor.home.notice).toContainText('You are signed out.');
});

test('the first stop of the keyboard skips to the content', async ({ visitor }) => {
  const { home, page } = visitor;
  await home.goto();

  await page.keyboard.press('Tab');
  await expect(home.skipLink).toBeFocused();
  await expect(home.skipLink).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(home.main).toBeFocused();

  await page.keyboard.press('Tab');
  await expect(home.connectLink).toBeFocused();
});

test('every stop of the keyboard can be seen', async ({ visitor, account, javaScriptEnabled }) => {
  await visitor.connectCars(account);
  await visitor.garage.goto();
  const keyboard = new Keyboard(visitor.page);

  const stops = await keyboard.stops();
  expect(stops.map(({ words }) => words)).toEqual([
    'Skip to the content',
    'Open the simulator’s inspector',
    'Carport',
    'Your cars',
    'Notices',
    'Settings',
    'Tesla Model 3',
    'Connect another car',
    // With JavaScript the page is as new as the car's last word.
    ...(javaScriptEnabled ? [] : ['Load it again']),
    'Disconnect',
    'Sign out',
    'Erase everything',
  ]);
  expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
});
