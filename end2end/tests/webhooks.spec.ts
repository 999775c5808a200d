import { deliver, sign, stateEvent } from '../fixtures/delivery.ts';
import { expect, test } from '../fixtures/test.ts';

function stateOfCharge(user: string, vehicle: string, value: number, mode?: string) {
  const said = { code: 'tractionbattery-stateofcharge', body: { value, unit: 'percent' } };
  return stateEvent(user, vehicle, said, mode);
}

test('what Smartcar delivers is on the page without a refresh', async ({
  visitor,
  account,
  simulator,
  request,
}) => {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId, state } = visitor.vehicle;
  const user = await simulator.grant(account);
  const asked = await simulator.requests(account, 'signals.list');

  const forged = await deliver(request, stateOfCharge(user, vehicleId, 11), sign('another body'));
  expect(forged.status()).toBe(401);
  const sample = await deliver(request, stateOfCharge(user, vehicleId, 12, 'TEST'));
  expect(sample.status()).toBe(200);
  const delivered = await deliver(request, stateOfCharge(user, vehicleId, 13));
  expect(delivered.status()).toBe(200);

  // It is worked on after it is answered; an open page asks each minute.
  await expect(async () => {
    await visitor.page.reload();
    await expect(state).toContainText('13 % charged', { timeout: 1000 });
  }).toPass();
  expect(await simulator.requests(account, 'signals.list')).toHaveLength(asked.length);
});

test('the webhook proves itself, and signs nothing else', async ({ request }) => {
  const verify = (challenge: string) => ({ eventType: 'VERIFY', data: { challenge } });
  const proved = await deliver(request, verify('a-short-token'), '');
  expect(proved.status()).toBe(200);
  expect(await proved.json()).toEqual({ challenge: sign('a-short-token') });

  const forged = await deliver(request, verify('{"eventType":"VEHICLE_STATE"}'), '');
  expect(forged.status()).toBe(401);
});
