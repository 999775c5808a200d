import { expect, test } from '../fixtures/test.ts';
import type { Account } from '../fixtures/account.ts';
import type { Command, Simulator } from '../fixtures/simulator.ts';
import { look } from '../fixtures/visibility.ts';
import type { Visitor } from '../pages/visitor.ts';

const PLACE = { latitude: '48.137', longitude: '11.575' };

/** Connects a plugged-in car whose signals show a command at once, and opens its page. */
async function openPluggedIn(visitor: Visitor, account: Account, simulator: Simulator) {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId } = visitor.vehicle;
  await simulator.setCar(vehicleId, {
    state: { pluggedIn: true, stateOfCharge: 40, charging: false },
    seen: { afterSeconds: 0 },
  });
  return vehicleId;
}

async function sent(simulator: Simulator, account: Account, command: Command): Promise<number> {
  return (await simulator.requests(account, command)).length;
}

test('each command of the doors and of charging is done, and the car says so', async ({
  visitor,
  account,
  simulator,
}) => {
  await openPluggedIn(visitor, account, simulator);
  const { commands } = visitor.vehicle;

  await commands.fillIn('Unlock', {}, 'Unlock the doors now');
  await commands.says('Unlocked: the car says so.');
  await commands.button('Lock').click();
  await commands.says('Locked: the car says so.');
  await commands.button('Start charging').click();
  await commands.says('Charging: the car says so.');
  await commands.button('Stop charging').click();
  await commands.says('Not charging any more: the car says so.');
  await commands.setLimit('90');
  await commands.says('Charge limit at 90 %: the car says so.');
  await commands.button('Open charge port').click();
  await commands.says('Charge port open: the car says so.');
  await commands.button('Close charge port').click();
  await commands.says('Charge port closed: the car says so.');

  for (const command of [
    'security-unlock',
    'security-lock',
    'charge-start',
    'charge-stop',
    'charge-set-limit',
    'charge-port-open',
    'charge-port-close',
  ] as const) {
    expect(await sent(simulator, account, command), command).toBe(1);
  }
});

test('a destination and each schedule are done, and a schedule is deleted', async ({
  visitor,
  account,
  simulator,
}) => {
  await openPluggedIn(visitor, account, simulator);
  const { commands } = visitor.vehicle;

  await commands.fillIn('Send a destination', PLACE, 'Send to the car');
  await commands.says('No car tells whether this was done: look in the car.');
  const daily = { ...PLACE, 'daily-start': '01:00', 'daily-stop': '05:00' };
  await commands.fillIn('Add daily', daily, 'Set schedule');
  await commands.says(/Daily charge schedule.*Charge schedule set: the car says so/s);
  const weekly = { ...PLACE, 'sunday-start': '01:00', 'sunday-stop': '05:00' };
  await commands.fillIn('Add weekly', weekly, 'Set schedule');
  await commands.says(/Weekly charge schedule.*Charge schedule set: the car says so/s);
  const workweek = {
    ...PLACE,
    'weekdays-start': '01:00',
    'weekdays-stop': '05:00',
    'weekends-start': '02:00',
    'weekends-stop': '23:59',
  };
  await commands.fillIn('Add workweek', workweek, 'Set schedule');
  await commands.says(/workdays and weekends.*Charge schedule set: the car says so/s);

  await commands.fold('Delete').first().click();
  await commands.button('Delete this schedule').first().click();
  await commands.says('Charge schedule deleted: the car says so.');
  expect(await sent(simulator, account, 'charge-schedule-delete')).toBe(1);
});

test('a refusal says why, what to do, and what support wants to know', async ({
  visitor,
  account,
  simulator,
}) => {
  const vehicleId = await openPluggedIn(visitor, account, simulator);
  const refused = { code: 409, type: 'VEHICLE_STATE', errorCode: 'DOOR_OPEN' };
  await simulator.nextCommand(vehicleId, { answer: { refused } });
  const { commands } = visitor.vehicle;

  await commands.button('Lock').click();
  await commands.says('A door is open. Close it, then ask again.');
  await commands.details.locator('summary').click();
  await expect(commands.details).toContainText('VEHICLE_STATE:DOOR_OPEN');
  await expect(commands.details).toContainText('Smartcar’s request');
  expect(await sent(simulator, account, 'security-lock')).toBe(1);
});

test('a slow command keeps every tab waiting, and nothing else is sent meanwhile', async ({
  visitor,
  newTab,
  account,
  simulator,
}) => {
  const vehicleId = await openPluggedIn(visitor, account, simulator);
  await simulator.nextCommand(vehicleId, { slow: 'held' });
  const other = await newTab();
  await other.vehicle.goto(vehicleId);
  const { commands } = visitor.vehicle;

  await commands.button('Lock').click();
  await commands.says('Waiting for the car.');
  await simulator.commandHeld(vehicleId);
  await expect(commands.button('Lock')).toBeDisabled();

  // The other tab may not know yet: what it asks is refused in words.
  await other.vehicle.goto(vehicleId);
  await other.vehicle.commands.says('Waiting for the car.');
  await expect(other.vehicle.commands.button('Start charging')).toBeDisabled();

  await simulator.releaseCommands(vehicleId);
  await commands.says('Locked: the car says so.');
  await other.vehicle.commands.says('Locked: the car says so.');
  expect(await sent(simulator, account, 'security-lock')).toBe(1);
});

test('a lost answer is told as unknown, and nothing is sent again', async ({
  visitor,
  account,
  simulator,
}) => {
  const vehicleId = await openPluggedIn(visitor, account, simulator);
  await simulator.setCar(vehicleId, { state: { locked: false } });
  await simulator.nextCommand(vehicleId, { answer: { lost: 'beforeEffect' } });
  const { commands } = visitor.vehicle;

  await commands.button('Lock').click();
  await commands.says('Nobody can say whether the car did it: look at the car.');
  expect(await sent(simulator, account, 'security-lock')).toBe(1);
});

test('what the car shows late is found by a refresh', async ({ visitor, account, simulator }) => {
  const vehicleId = await openPluggedIn(visitor, account, simulator);
  await simulator.setCar(vehicleId, { state: { locked: false } });
  await simulator.nextCommand(vehicleId, { seen: 'never' });
  const { commands, refreshButton } = visitor.vehicle;

  await commands.button('Lock').click();
  await commands.says('the car has not shown it yet');
  await simulator.setCar(vehicleId, { state: { locked: true } });
  // A reading that is some seconds old is not asked for again.
  await expect(async () => {
    await refreshButton.click();
    await expect(commands.strip).toContainText('Locked: the car says so.', { timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  expect(await sent(simulator, account, 'security-lock')).toBe(1);
});

test('a limit that no car takes is refused where it was typed', async ({
  visitor,
  account,
  simulator,
}) => {
  await openPluggedIn(visitor, account, simulator);
  const { commands } = visitor.vehicle;
  for (const typed of ['5', '49', '101', '', '80abc', '1e9']) {
    // A browser that checks nothing itself.
    await commands.limit.evaluate((field: HTMLInputElement) => {
      field.type = 'text';
      field.form?.setAttribute('novalidate', '');
    });
    await commands.limit.fill(typed);
    const answer = visitor.page.waitForResponse((answer) => answer.request().method() === 'POST');
    await commands.button('Set limit').click();
    expect((await answer).status(), typed).toBe(422);
    await expect(commands.limit).toHaveAttribute('aria-invalid', 'true');
    await expect(commands.limit).toHaveAttribute('value', typed);
  }
  expect(await sent(simulator, account, 'charge-set-limit')).toBe(0);
});

test('a double click is one command', async ({ visitor, account, simulator }) => {
  await openPluggedIn(visitor, account, simulator);
  const { commands } = visitor.vehicle;

  await commands.button('Lock').dblclick({ noWaitAfter: true });
  await commands.says('Locked: the car says so.');
  expect(await sent(simulator, account, 'security-lock')).toBe(1);
});

test('a session that ended in another tab sends nothing', async ({
  visitor,
  newTab,
  account,
  simulator,
  javaScriptEnabled,
}) => {
  await openPluggedIn(visitor, account, simulator);
  const other = await newTab();
  await other.garage.goto();
  if (javaScriptEnabled ?? true) {
    // A tab that is looked at learns of it, and goes home by itself.
    await look(visitor.page, 'something else');
  }
  await other.garage.signOutButton.click();
  await expect(other.garage.notice).toContainText('signed out');

  await visitor.vehicle.commands.button('Lock').click();
  await expect(visitor.home.notice).toContainText('nothing was sent to the car');
  expect(await sent(simulator, account, 'security-lock')).toBe(0);
});

test('a command that was under way when the server died is never called done', async ({
  ownCarport,
  account,
  simulator,
}) => {
  const { process, visitor } = ownCarport;
  await process.start();
  const vehicleId = await openPluggedIn(visitor, account, simulator);
  await simulator.setCar(vehicleId, { state: { locked: false } });
  await simulator.nextCommand(vehicleId, { slow: 'held', answer: { lost: 'beforeEffect' } });
  await visitor.vehicle.commands.button('Lock').click();
  await simulator.commandHeld(vehicleId);

  // An open page would ask a server that is not there.
  await visitor.page.goto('about:blank');
  await process.kill();
  await process.start();
  await simulator.releaseCommands(vehicleId);
  // The one who sent it keeps it for twenty seconds after its last sign of life.
  await expect(async () => {
    await visitor.vehicle.goto(vehicleId);
    await expect(visitor.vehicle.commands.strip).toContainText('look at the car', {
      timeout: 1000,
    });
  }).toPass({ timeout: 60_000 });
  expect(await sent(simulator, account, 'security-lock')).toBe(1);
});
