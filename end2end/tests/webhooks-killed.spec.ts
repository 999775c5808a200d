import { expect, test } from '../fixtures/test.ts';
import { vehicleState, type Event } from '../fixtures/webhook.ts';

const DELIVERIES = 60;
const AT_ONCE = 6;
/** Killed after so many were answered, with others on their way. */
const KILLED_AFTER = 20;

test('every delivery that was answered is there after the server was killed, once', async ({
  ownCarport,
  account,
  simulator,
  webhook,
}) => {
  const { process, visitor } = ownCarport;
  await process.start();
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId } = visitor.vehicle;
  const user = await simulator.grant(account);
  // An open page would ask a server that is not there.
  await visitor.page.goto('about:blank');

  // Each says something that no other says, of which the page shows what it is told.
  const events = Array.from({ length: DELIVERIES }, (_, number) =>
    vehicleState(user, vehicleId, said(number, `delivery ${number} is there`)),
  );
  const answered = new Set<Event>();
  const waiting = [...events];
  let killed: Promise<void> | undefined;
  const deliverInTurn = async () => {
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) {
      // Nobody answers when it has been killed.
      const answer = await webhook.deliver(process.origin, event).catch(() => undefined);
      if (answer?.ok() === true) {
        answered.add(event);
      }
      if (answered.size >= KILLED_AFTER) {
        killed ??= process.kill();
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, deliverInTurn));
  await killed;
  expect(answered.size).toBeGreaterThanOrEqual(KILLED_AFTER);
  expect(answered.size).toBeLessThan(DELIVERIES);

  await process.start();
  const shown = async () => {
    await visitor.vehicle.goto(vehicleId);
    const text = await visitor.vehicle.main.textContent();
    return (number: number, what: string) => text?.split(`delivery ${number} is ${what}`).length;
  };
  await expect(async () => {
    const count = await shown();
    for (const [number, event] of events.entries()) {
      if (answered.has(event)) {
        expect(count(number, 'there'), `delivery ${number}`).toBe(2);
      }
    }
  }).toPass();

  // The same events once more, with other words: those that were answered are known.
  for (const [number, { eventId }] of events.entries()) {
    const again = vehicleState(user, vehicleId, said(number, `delivery ${number} is taken again`));
    const answer = await webhook.deliver(process.origin, { ...again, eventId });
    expect(answer.status()).toBe(200);
  }
  const last = vehicleState(user, vehicleId, said(DELIVERIES, `delivery ${DELIVERIES} is there`));
  expect((await webhook.deliver(process.origin, last)).status()).toBe(200);
  await expect(async () => {
    const count = await shown();
    expect(count(DELIVERIES, 'there')).toBe(2);
    for (const [number, event] of events.entries()) {
      if (answered.has(event)) {
        expect(count(number, 'there'), `delivery ${number}`).toBe(2);
        expect(count(number, 'taken again'), `delivery ${number}`).toBe(1);
      }
    }
  }).toPass();
});

/** A signal that Carport has never heard of. */
function said(number: number, words: string) {
  return {
    code: `delivery-number${number}`,
    name: `Number${number}`,
    group: 'Delivery',
    body: { value: words },
  };
}
