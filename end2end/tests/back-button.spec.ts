import { expect, test } from '../fixtures/test.ts';

test('going back and forward at every step of Connect loses nothing', async ({
  visitor,
  account,
}) => {
  const { page, home, country, brand, login, grant, garage } = visitor;
  await visitor.beginConnecting(account);

  await page.goBack();
  await expect(login.heading).toHaveText('Log in to Tesla');
  await page.goBack();
  await expect(brand.heading).toHaveText("Choose your car's brand");
  await page.goBack();
  await expect(country.heading).toHaveText('Connect your car');
  await page.goBack();
  await expect(home.connectLink).toBeVisible();

  await page.goForward();
  await expect(country.heading).toHaveText('Connect your car');
  await page.goForward();
  await expect(brand.heading).toHaveText("Choose your car's brand");
  await page.goForward();
  await expect(login.heading).toHaveText('Log in to Tesla');
  await page.goForward();
  await expect(grant.heading).toHaveText('Choose what to share');

  await grant.allowButton.click();
  await expect(garage.car('Model 3').row).toBeVisible();
});

test('a step of Connect can be answered anew after going back', async ({ visitor, account }) => {
  const { page, brand, login, grant, garage } = visitor;
  await visitor.home.goto();
  await visitor.home.connectLink.click();
  await visitor.country.choose('France');
  await brand.choose('Audi');
  await expect(login.heading).toHaveText('Log in to Audi');

  await page.goBack();
  await page.goBack();
  await visitor.walkToGrant(account);
  await grant.allowButton.click();

  await expect(garage.car('Model 3').row).toBeVisible();
});

test('going back after the end shows that Connect is finished, and the car stays', async ({
  visitor,
  account,
  simulator,
}) => {
  const { page, connect, garage } = visitor;
  await visitor.connectCars(account);

  await page.goBack();
  // A browser that kept the screen in memory shows it as it was; loaded anew it says what is so.
  await page.reload();
  await expect(connect.heading).toHaveText('This Connect session is finished');

  await page.goForward();
  await expect(garage.car('Model 3').row).toBeVisible();
  await expect(garage.makes).toHaveCount(1);
  expect(await simulator.requests(account, 'connections.list')).toHaveLength(1);
});

test('going back after an error leads to Connect, not to the error again', async ({
  visitor,
  account,
}) => {
  const { page, connect, problem } = visitor;
  await visitor.beginConnecting(account);
  await visitor.grant.denyButton.click();
  await expect(problem.heading).toHaveText('You kept your car to yourself');

  await page.goBack();
  await page.reload();
  await expect(connect.heading).toHaveText('This Connect session is finished');
  await page.goForward();
  await expect(problem.heading).toHaveText('You kept your car to yourself');
});
