import { expect, test } from '../fixtures/test.ts';
import { sign, stateOfCharge, vehicleState } from '../fixtures/webhook.ts';
import { carportOrigin } from '../servers.ts';

test('what Smartcar delivers is on the page without a refresh', async ({
  visitor,
  account,
  simulator,
  webhook,
}) => {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId, state } = visitor.vehicle;
  const user = await simulator.grant(account);
  const asked = await simulator.requests(account, 'signals.list');

  const event = (percent: number) => vehicleState(user, vehicleId, stateOfCharge(percent));
  const forged = await webhook.deliver(carportOrigin, event(11), sign('another body'));
  expect(forged.status()).toBe(401);
  const sample = { ...event(12), meta: { ...event(12).meta, mode: 'TEST' } };
  expect((await webhook.deliver(carportOrigin, sample)).status()).toBe(200);
  expect((await webhook.deliver(carportOrigin, event(13))).status()).toBe(200);

  // It is worked on after it is answered.
  await expect(async () => {
    await visitor.page.reload();
    await expect(state).toContainText('13 % charged', { timeout: 1000 });
  }).toPass();
  expect(await simulator.requests(account, 'signals.list')).toHaveLength(asked.length);
});

test('the webhook proves itself, and signs nothing else', async ({ webhook }) => {
  const verify = (challenge: string) => ({ eventType: 'VERIFY', data: { challenge } });
  const proved = await webhook.deliver(carportOrigin, verify('a-short-token'), '');
  expect(proved.status()).toBe(200);
  expect(await proved.json()).toEqual({ challenge: sign('a-short-token') });

  const event = '{"eventType":"VEHICLE_STATE"}';
  const forged = await webhook.deliver(carportOrigin, verify(event), '');
  expect(forged.status()).toBe(401);
});

test('a body of 10 MB is told that it is too large', async ({ webhook }) => {
  const huge = { eventType: 'VEHICLE_STATE', data: 'a'.repeat(10 * 1024 * 1024) };
  expect((await webhook.deliver(carportOrigin, huge)).status()).toBe(413);
});
