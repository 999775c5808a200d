import { expect, test } from '../fixtures/test.ts';
import type { Account } from '../fixtures/account.ts';
import type { Visitor } from '../pages/visitor.ts';

const security = {
  onTheGrantScreen: 'See whether doors and windows are closed and locked',
  onThePage: 'Doors, windows and lock',
};

/** Connects a car of an owner who keeps doors, windows and lock to themselves, and opens its page. */
async function connectWithoutSecurity(visitor: Visitor, account: Account) {
  await visitor.beginConnecting(account);
  await visitor.grant.permission(security.onTheGrantScreen).uncheck();
  await visitor.grant.allowButton.click();
  await visitor.garage.table.waitFor();
  await visitor.garage.ready();
  await visitor.openCar('Tesla Model 3');
}

test('what was not allowed is named, asked for alone, and then there', async ({
  visitor,
  account,
}) => {
  await connectWithoutSecurity(visitor, account);
  const { allowedFold, notAllowed, drawn } = visitor.vehicle;
  const address = visitor.page.url();
  await expect(visitor.vehicle.state).not.toContainText(/locked/i);
  await expect(allowedFold.summary).toHaveText(/^What you have allowed \(10\), and what not/);
  await allowedFold.summary.click();
  await expect(notAllowed).toContainText(security.onThePage);
  await expect(notAllowed).toContainText('Unlocks: Lock, Doors, Windows');

  await visitor.vehicle.allowLink(security.onThePage).click();
  await visitor.walkToGrantOfBrand(account);
  // What was granted before is asked for again, and so is not lost.
  await expect(visitor.grant.permissions).toHaveCount(11);
  await expect(visitor.grant.permission(security.onTheGrantScreen)).toBeChecked();
  await visitor.grant.allowButton.click();

  await expect(visitor.page).toHaveURL(address);
  await visitor.vehicle.ready();
  await expect(visitor.vehicle.state).toContainText(/locked/i);
  await expect(drawn).toContainText('Locked');
  await expect(visitor.vehicle.group('Trip and motion')).toContainText('Odometer');
  await expect(allowedFold.summary).toHaveText(/^What you have allowed \(11\)/);
  await allowedFold.summary.click();
  await expect(visitor.vehicle.allowLink(security.onThePage)).toHaveCount(0);
});

test('a value that is missing leads to its own permission', async ({ visitor, account }) => {
  await connectWithoutSecurity(visitor, account);
  await visitor.vehicle.openFolds();
  const line = visitor.vehicle.main.locator('.missing').filter({ hasText: /^Lock, / });

  await expect(line.getByRole('link', { name: 'Connect again and allow it' })).toHaveAttribute(
    'href',
    /^\/login\?vehicle=[0-9a-f-]+&permission=read_security$/,
  );
});

test('everything that is missing can be allowed at once', async ({ visitor, account }) => {
  await connectWithoutSecurity(visitor, account);
  const { allowedFold, notAllowed, allowAllLink } = visitor.vehicle;
  await allowedFold.summary.click();
  await allowAllLink.click();
  await visitor.walkToGrantOfBrand(account);
  await visitor.grant.allowButton.click();

  await expect(visitor.page).toHaveURL(/\/vehicle\/[0-9a-f-]+$/);
  await visitor.vehicle.ready();
  await expect(allowedFold.summary).toHaveText(/, and what not \(0\)$/);
  await allowedFold.summary.click();
  await expect(notAllowed).toHaveCount(0);
});

test('an owner who thinks better of it keeps what was allowed', async ({ visitor, account }) => {
  await connectWithoutSecurity(visitor, account);
  const address = visitor.page.url();
  await visitor.vehicle.allowedFold.summary.click();
  await visitor.vehicle.allowLink(security.onThePage).click();
  await visitor.walkToGrantOfBrand(account);
  await visitor.grant.denyButton.click();

  await expect(visitor.problem.heading).toHaveText('You kept your car to yourself');
  await visitor.page.goto(address);
  await visitor.vehicle.ready();
  await expect(visitor.vehicle.allowedFold.summary).toHaveText(/^What you have allowed \(10\)/);
  await expect(visitor.vehicle.group('Trip and motion')).toContainText('Odometer');
});

test('nothing can be asked of the car of another owner', async ({
  visitor,
  stranger,
  newAccount,
}) => {
  await visitor.connectCars(await newAccount());
  await visitor.openCar('Tesla Model 3');
  const vehicleId = new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '';
  await stranger.connectCars(await newAccount());

  const foreign = await stranger.problem.gotoAddress(
    `/login?vehicle=${vehicleId}&permission=read_security`,
  );
  expect(foreign?.status()).toBe(404);
  await expect(stranger.vehicle.main).toContainText('This car is not among yours.');
  for (const nonsense of [
    `vehicle=${vehicleId}&permission=read_mind`,
    `vehicle=${vehicleId}&permission=read_fuel&permission=read_vin`,
    'vehicle=..%2F&permission=read_fuel',
  ]) {
    const answer = await visitor.problem.gotoAddress(`/login?${nonsense}`);
    expect(answer?.status()).toBe(400);
    await expect(visitor.problem.heading).toHaveText('This address makes no sense');
  }
});

test('the list of permissions is accessible and fits a small screen', async ({
  visitor,
  account,
  expectAccessible,
}) => {
  await visitor.page.setViewportSize({ width: 320, height: 640 });
  await connectWithoutSecurity(visitor, account);
  await visitor.vehicle.allowedFold.summary.click();
  await expectAccessible(visitor.page);
  const excess = await visitor.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(excess).toBe(0);
});
