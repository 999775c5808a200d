import { once } from 'node:events';
import { Agent, get, request, type IncomingMessage } from 'node:http';

import { sign, type Event } from '../fixtures/webhook.ts';
import { carportOrigin, simulatorOrigin } from '../servers.ts';

/** Somebody who has connected a car, and whose page listens: as much of a browser as that takes. */
export class Owner {
  readonly user: string;
  readonly vehicle: string;
  readonly #cookie: string;

  private constructor(user: string, vehicle: string, cookie: string) {
    this.user = user;
    this.vehicle = vehicle;
    this.#cookie = cookie;
  }

  static async connect(number: number): Promise<Owner> {
    const login = await fetch(`${carportOrigin}/login`, { redirect: 'manual' });
    const connect = new URL(login.headers.get('location') ?? '').searchParams;
    const granted = await fetch(`${simulatorOrigin}/_simulator/grants`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        email: `owner-${number}@pixel.example`,
        make: 'TESLA',
        mode: 'simulated',
        externalId: connect.get('external_id'),
      }),
    });
    const { userId, connections } = (await granted.json()) as {
      userId: string;
      connections: [{ vehicleId: string }];
    };
    const back = new URLSearchParams({ user_id: userId, state: connect.get('state') ?? '' });
    const exchange = await fetch(`${carportOrigin}/exchange?${back}`, {
      redirect: 'manual',
      headers: { cookie: cookies(login) },
    });
    return new Owner(userId, connections[0].vehicleId, cookies(exchange));
  }

  /** Opens the page of the car, which reads itself again at each event; returns what closes it. */
  async open(): Promise<() => void> {
    let { marks } = await this.#read([]);
    const opening = get(`${carportOrigin}/events`, {
      agent: false,
      headers: { cookie: this.#cookie, accept: 'text/event-stream' },
    });
    const [response] = (await once(opening, 'response')) as [IncomingMessage];
    response.setEncoding('utf8').on('data', async (event: string) => {
      if (event.includes('data:')) {
        ({ marks } = await this.#read(marks));
      }
    });
    return () => opening.destroy();
  }

  /** Reads the page, as far as it is not there by these marks. */
  async #read(known: string[]): Promise<{ marks: string[] }> {
    const query = new URLSearchParams({ page: `/vehicle/${this.vehicle}`, known: known.join() });
    const reading = get(`${carportOrigin}/api/page?${query}`, {
      agent: browsers,
      headers: { cookie: this.#cookie },
    });
    const [response] = (await once(reading, 'response')) as [IncomingMessage];
    return JSON.parse((await response.setEncoding('utf8').toArray()).join(''));
  }
}

const browsers = new Agent({ keepAlive: true });
const smartcar = new Agent({ keepAlive: true });

/** Delivers an event on a connection that is open already, as Smartcar does; returns the status. */
export async function deliver(event: Event): Promise<number | undefined> {
  const body = JSON.stringify(event);
  const delivering = request(`${carportOrigin}/webhooks/smartcar`, {
    method: 'POST',
    agent: smartcar,
    headers: { 'content-type': 'application/json', 'sc-signature': sign(body) },
  });
  delivering.end(body);
  const [response] = (await once(delivering, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

function cookies(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
}
