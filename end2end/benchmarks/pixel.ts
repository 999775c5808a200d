import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from '../fixtures/test.ts';
import { vehicleState } from '../fixtures/webhook.ts';
import { deliver, Owner } from './owner.ts';

const OPEN_PAGES = 1_000;
const DELIVERIES_PER_SECOND = 100;
const SECONDS = 20;
/**
 * Each so many are for the page in the browser, the others for the rest of the pages. 110 ms are 6.6
 * frames of 60 a second, so that they meet a frame at five places: 100 ms would be six frames, and
 * each of a run as early or as late as the first happens to be.
 */
const FOR_THE_BROWSER = 11;

declare global {
  interface Window {
    /** When each mark was in the document, and when in the picture, in milliseconds since 1970. */
    seen: Record<string, { inDocument: number; inPicture: number }>;
  }
}

test('from a delivery to the picture', async ({ visitor, account, simulator }) => {
  test.setTimeout(300_000);
  const owners: Owner[] = [];
  const opened: (() => void)[] = [];
  for (let number = 1; number < OPEN_PAGES; number += 1) {
    const owner = await Owner.connect(number);
    owners.push(owner);
    opened.push(await owner.open());
  }
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId } = visitor.vehicle;
  const user = await simulator.grant(account);
  await visitor.page.evaluate(watch);

  const sent = new Map<string, number>();
  const answers: Promise<number | undefined>[] = [];
  const begun = Date.now();
  for (let number = 0; number < DELIVERIES_PER_SECOND * SECONDS; number += 1) {
    await sleep(begun + (number * 1000) / DELIVERIES_PER_SECOND - Date.now());
    const owner = owners[number % owners.length];
    const isSeen = number % FOR_THE_BROWSER === 0 || owner === undefined;
    const mark = `mark ${number} of the benchmark`;
    const event = vehicleState(isSeen ? user : owner.user, isSeen ? vehicleId : owner.vehicle, {
      code: 'benchmark-mark',
      name: 'Mark',
      group: 'Benchmark',
      body: { value: mark },
    });
    if (isSeen) {
      sent.set(mark, performance.timeOrigin + performance.now());
    }
    answers.push(deliver(event));
  }
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
  await expect(visitor.vehicle.main).toContainText([...sent.keys()].at(-1) ?? '');
  const seen = await visitor.page.evaluate(() => window.seen);

  for (const place of ['inDocument', 'inPicture'] as const) {
    const taken = [...sent]
      .map(([mark, at]) => (seen[mark]?.[place] ?? Infinity) - at)
      .sort((one, other) => one - other);
    const percentile = (percent: number) =>
      taken[Math.floor(((taken.length - 1) * percent) / 100)]?.toFixed(1);
    console.log(
      `from a delivery to the ${place === 'inPicture' ? 'picture' : 'document'}, ` +
        `${DELIVERIES_PER_SECOND} a second, ${OPEN_PAGES} pages open: ` +
        `p50 ${percentile(50)} ms, p99 ${percentile(99)} ms, of ${taken.length}`,
    );
  }
  for (const close of opened) {
    close();
  }
});

/** Notes, in the browser, when each mark has been painted. */
function watch() {
  window.seen = {};
  const noted = new Set<string>();
  const look = (changes: MutationRecord[]) => {
    const text = changes.map(({ target }) => target.textContent).join(' ');
    const [mark] = /mark \d+ of the benchmark/.exec(text) ?? [];
    if (mark === undefined || noted.has(mark)) {
      return;
    }
    noted.add(mark);
    const now = () => performance.timeOrigin + performance.now();
    const inDocument = now();
    // A task after the frame's own callbacks runs when the frame has been painted.
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        window.seen[mark] = { inDocument, inPicture: now() };
      };
      painted.port2.postMessage(null);
    });
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}
