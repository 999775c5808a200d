import { expect, test } from '../fixtures/test.ts';
import type { Signal } from '../fixtures/account.ts';

const odometer = 'odometer-traveleddistance';
const lapsed: Signal = {
  error: { type: 'CONNECTED_SERVICES_ACCOUNT', code: 'AUTHENTICATION_FAILED' },
};

test('a lapsed log-in is told, and logging in again brings the values back', async ({
  visitor,
  account,
  simulator,
}) => {
  // Nothing is read at first, so that the refresh below need not wait.
  const fault = await simulator.break(account, 'signals.list', { html: 503 });
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  await fault.mend();
  await simulator.forgetLogIn(account);
  await visitor.vehicle.refreshButton.click();
  await expect(visitor.vehicle.attention).toContainText('Log-in lapsed');
  const { pathname } = new URL(visitor.page.url());
  const before = (await simulator.requests(account, 'signals.list')).length;

  await visitor.vehicle.logInAgainLink.click();
  await expect(visitor.login.heading).toHaveText('Log in to Tesla');
  await visitor.login.logIn(account.email);

  await expect(visitor.page).toHaveURL(`${pathname}?notice=logged-in-again`);
  await visitor.vehicle.ready();
  await expect(visitor.vehicle.notice).toHaveText('You are logged in at the maker again.');
  await expect(visitor.vehicle.attention).toHaveCount(0);
  await expect(visitor.vehicle.state).toBeVisible();
  expect(await simulator.requests(account, 'signals.list')).toHaveLength(before + 1);
});

test('what was read before the log-in lapsed stays, and is current again afterwards', async ({
  visitor,
  account,
  simulator,
}) => {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const vehicleId = new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '';
  const reading = visitor.vehicle.main.locator('.reading').filter({ hasText: /^Odometer/ });
  const value = await reading.locator('.reading-value').innerText();
  await simulator.setSignal(vehicleId, odometer, lapsed);
  // Logging in reads anew, where a refresh would rest on what was read a moment ago.
  await visitor.page.goto(`/reauthenticate?vehicle=${vehicleId}`);
  await visitor.login.logIn(account.email);
  await visitor.vehicle.ready();
  await expect(reading.locator('.reading-value')).toHaveText(value);
  await expect(reading).toContainText('Last good value. Log-in lapsed.');

  await simulator.restoreSignal(vehicleId, odometer);
  await visitor.vehicle.logInAgainLink.click();
  await visitor.login.logIn(account.email);
  await visitor.vehicle.ready();
  await expect(reading.locator('.reading-value')).toHaveText(value);
  await expect(reading).not.toContainText('Last good value.');
  await expect(visitor.vehicle.attention).toHaveCount(0);
});

test('an owner who turns back finds everything as it was', async ({ visitor, account }) => {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { pathname } = new URL(visitor.page.url());
  const vehicleId = pathname.split('/').at(-1) ?? '';
  await visitor.page.goto(`/reauthenticate?vehicle=${vehicleId}`);
  await visitor.login.backToApplicationButton.click();

  await expect(visitor.problem.heading).toHaveText('You came back before the end');
  await visitor.vehicle.goto(vehicleId);
  await expect(visitor.vehicle.state).toBeVisible();
});

test('an answer for another car, or for another kind of attempt, is refused', async ({
  visitor,
  account,
}) => {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const vehicleId = new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '';
  /** The `state` of an attempt that has just begun at this address. */
  const begin = async (path: string) => {
    const answer = await visitor.page.request.get(path, { maxRedirects: 0 });
    return new URL(answer.headers()['location'] ?? '').searchParams.get('state') ?? '';
  };
  const answers = [
    `vehicle_id=nobody&state=${await begin(`/reauthenticate?vehicle=${vehicleId}`)}`,
    `user_id=somebody&state=${await begin(`/reauthenticate?vehicle=${vehicleId}`)}`,
    `vehicle_id=${vehicleId}&state=${await begin('/login')}`,
  ];
  for (const answer of answers) {
    const page = await visitor.problem.gotoAddress(`/exchange?${answer}`);
    expect(page?.status()).toBe(400);
    await expect(visitor.page).toHaveURL('/connect/malformed');
  }
});

test('nobody logs in for the car of another owner', async ({ visitor, stranger, newAccount }) => {
  await visitor.connectCars(await newAccount());
  await visitor.openCar('Tesla Model 3');
  const vehicleId = new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '';
  await stranger.connectCars(await newAccount());

  const answer = await stranger.problem.gotoAddress(`/reauthenticate?vehicle=${vehicleId}`);
  expect(answer?.status()).toBe(404);
  await expect(stranger.vehicle.main).toContainText('This car is not among yours.');
});
