import type { APIRequestContext } from '@playwright/test';

import { expect, test } from '../fixtures/test.ts';

/** `carport.`, the hash of what is in it, and what it is. */
const hashedName = /^\/pkg\/carport\.[\w-]{20,}\.(css|js|wasm)$/;

test('the names of style, script and WebAssembly change with what is in them', async ({
  request,
}) => {
  const paths = await packageFiles(request);

  expect(paths.filter((path) => !hashedName.test(path))).toEqual([]);
  expect(paths.map((path) => path.split('.').at(-1)).sort()).toEqual(['css', 'js', 'wasm']);
});

test('they are kept for ever and were compressed beforehand', async ({ request }) => {
  for (const path of await packageFiles(request)) {
    const compressed = await request.get(path, { headers: { 'accept-encoding': 'br' } });
    const plain = await request.get(path, { headers: { 'accept-encoding': 'identity' } });

    expect(compressed.headers()).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(compressed.headers()['vary']).toContain('accept-encoding');
    expect(plain.headers()['content-encoding']).toBeUndefined();
    expect((await compressed.body()).equals(await plain.body())).toBe(true);
    const [small, large] = [compressed, plain].map((file) =>
      Number(file.headers()['content-length']),
    );
    expect(small).toBeLessThan(large ?? 0);
  }
});

test('a file of the package that is not there is not kept', async ({ request }) => {
  const answer = await request.get('/pkg/carport.old.js');

  expect(answer.status()).toBe(404);
  expect(answer.headers()['cache-control']).not.toContain('immutable');
});

test('an icon that has not changed is not sent again', async ({ request }) => {
  const first = await request.get('/favicon.svg');
  expect(first.status()).toBe(200);
  expect(first.headers()['content-type']).toBe('image/svg+xml');

  const lastModified = first.headers()['last-modified'] ?? '';
  const second = await request.get('/favicon.svg', {
    headers: { 'if-modified-since': lastModified },
  });
  expect(second.status()).toBe(304);
  expect(await second.body()).toHaveLength(0);
});

test('everything that a page names is there', async ({ request }) => {
  const page = await (await request.get('/')).text();
  const named = [...page.matchAll(/(?:href|src)="(\/[^"#]*\.\w+)"/g)].map(([, path]) => path ?? '');

  expect(named.length).toBeGreaterThan(4);
  for (const path of named) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
});

/** The files of the package that the home page names, each once. */
async function packageFiles(request: APIRequestContext): Promise<string[]> {
  const page = await (await request.get('/')).text();
  const paths = page.match(/\/pkg\/[\w.-]+/g) ?? [];
  return [...new Set(paths)];
}
