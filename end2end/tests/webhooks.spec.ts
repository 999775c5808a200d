import { createHmac, randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';

import { expect, test } from '../fixtures/test.ts';
import { carportOrigin, credentials } from '../servers.ts';

function sign(text: string): string {
  return createHmac('sha256', credentials.managementToken).update(text).digest('hex');
}

/** Posts a body as Smartcar does; returns the status. */
async function deliver(request: APIRequestContext, body: object, signature?: string) {
  const data = JSON.stringify(body);
  return request.post(`${carportOrigin}/webhooks/smartcar`, {
    data,
    headers: { 'Content-Type': 'application/json', 'SC-Signature': signature ?? sign(data) },
  });
}

function stateOfCharge(user: string, vehicle: string, value: number, mode = 'LIVE') {
  const now = Date.now();
  return {
    eventId: randomUUID(),
    eventType: 'VEHICLE_STATE',
    data: {
      user: { id: user },
      vehicle: { id: vehicle },
      signals: [
        {
          code: 'tractionbattery-stateofcharge',
          name: 'StateOfCharge',
          group: 'TractionBattery',
          body: { value, unit: 'percent' },
          status: { value: 'SUCCESS' },
          meta: { oemUpdatedAt: now, retrievedAt: now },
        },
      ],
    },
    meta: { version: '4.0', deliveredAt: now, mode },
  };
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
